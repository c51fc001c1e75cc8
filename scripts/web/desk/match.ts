/** Names in a table from outside -> rows of the data table: exactly, then by folding. */
import type { Cell, Row } from "./rows";

export interface Match {
  row: Row;
  /** The one that the name itself says (明年计划·新建基层工会); else the column decides. */
  cell?: Cell;
}

export class Index {
  private readonly exact = new Map<string, Match[]>();
  private readonly folded = new Map<string, Match[]>();

  constructor(rows: Row[]) {
    for (const row of rows) {
      this.add(row.label, { row });
      this.add(row.key, { row });
      for (const cell of row.cells.filter((one) => one.period)) {
        this.add(cell.label, { row, cell });
        this.add(cell.id, { row, cell });
      }
      (row.item?.aliases || []).forEach((alias) => put(this.folded, fold(alias), { row }));
    }
  }

  /** Every row that the name may mean: none, one, or several of which the reader must choose. */
  find(name: string): Match[] {
    return this.exact.get(name) || this.folded.get(fold(name)) || [];
  }

  private add(name: string, match: Match): void {
    put(this.exact, name, match);
    put(this.folded, fold(name), match);
  }
}

function put(map: Map<string, Match[]>, name: string, match: Match): void {
  const known = map.get(name) || [];
  if (!known.some((one) => one.row === match.row && one.cell === match.cell)) map.set(name, [...known, match]);
}

const UNIT = /[(（](?:单位[:：])?(?:[十百千]?[万亿]?[\u4e00-\u9fff]{1,2}|%)[)）]$/;
const FRONT = /^(?:(?:[一二三四五六七八九十]+|\d+)[、.．]\s*|[(（](?:[一二三四五六七八九十]+|\d+)[)）]|其中[:：]?)/;

/** Without blanks, enumerators, a unit in brackets, quotation marks and the difference of full and half width. */
export function fold(name: string): string {
  const plain = name.normalize("NFKC").replace(/\s+/g, "").replace(FRONT, "");
  return plain.replace(UNIT, "").replace(/[“”"'‘’「」·、,，:：;；()]/g, "").toLowerCase();
}

/** The field of a row for a column: a text or a free-text blank may have only one. */
export function cellFor(row: Row, period: Cell["period"]): Cell | undefined {
  return row.cells.find((cell) => cell.period === period) || (row.cells.length === 1 && period === "" ? row.cells[0] : undefined);
}

