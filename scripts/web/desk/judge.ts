/** What there is to say of the values in the data table: at each field, and of the draft as a whole. */
import { parse } from "./decimal";
import { Derive, type Offer } from "./derive";
import { faults, type Fault } from "./relations";
import type { Cell, Row } from "./rows";
import { label } from "./slot_text";
import type { DeskSpec, Relation } from "./types";

export interface Problem extends Fault {
  /** Sections in which one of the blanks stands; the title and the signature have an empty id. */
  sections: string[];
}

type Get = (id: string) => string;

export class Judge {
  readonly derive: Derive;
  private readonly cells: Cell[];
  private readonly byId = new Map<string, { row: Row; cell: Cell }>();

  constructor(rows: Row[], private readonly unit: string, private readonly own: Relation[], private readonly spec: DeskSpec, private readonly get: Get) {
    this.derive = new Derive(rows, own, spec, get);
    this.cells = rows.flatMap((row) => row.cells);
    rows.forEach((row) => row.cells.forEach((cell) => this.byId.set(cell.id, { row, cell })));
  }

  /** Everything, on fields that only serve to compare too. */
  faults(): Fault[] {
    const ids = this.cells.map((cell) => cell.id);
    return [...this.noFigures(ids), ...faults(ids, this.unit, this.get, this.spec, this.own)];
  }

  /** What concerns the draft: faults with at least one blank that it prints. */
  problems(): Problem[] {
    const printed = (id: string) => !!this.byId.get(id)?.cell.needed;
    return this.faults().filter((fault) => fault.ids.some(printed)).map((fault) => ({ ...fault, sections: this.sections(fault.ids) }));
  }

  private sections(ids: string[]): string[] {
    return Array.from(new Set(ids.flatMap((id) => this.byId.get(id)?.row.places || []).map((place) => place.section)));
  }

  private noFigures(ids: string[]): Fault[] {
    const wrong = ids.filter((id) => this.get(id) && this.byId.get(id)!.row.numeric && !parse(this.get(id)));
    return wrong.map((id) => ({ ids: [id], severity: "check", text: `${label(id, this.spec)}写的是“${this.get(id)}”，不像数字` }));
  }

  /** What can be put in by a click; a start from the period before only where the reader is just now. */
  offers(row: Row, cell: Cell, here: boolean): Offer[] {
    return [...this.derive.exact(cell), ...(here ? this.derive.start(row, cell) : [])];
  }
}
