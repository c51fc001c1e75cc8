/** What the bundler puts in from spec/ (see `--alias:kb-spec=…`); only the part that is read here. */
declare module "kb-spec" {
  interface Style {
    fonts: string[];
    size_pt: number;
    align: string;
    indent: boolean;
  }
  interface Sides {
    top: number;
    right: number;
    bottom: number;
    left: number;
  }
  const spec: {
    layout: {
      paper: { width_mm: number; height_mm: number };
      margins_mm: Sides;
      lines_per_page: number;
      chars_per_line: number;
      line_pitch_pt: number;
      indent_chars: number;
      latin_font: string;
      styles: Record<string, Style>;
      numbering: { level: number; digits: string; before: string; after: string }[];
      signature_block: { left_chars: number; gap_lines: number };
      title_block: { gap_lines: number };
      page_number: { before: string; after: string; fonts: string[]; size_pt: number; side_chars: number; below_mm: number };
      table: { fonts: string[]; head_fonts: string[]; size_pt: number; line_pitch_pt: number; border_pt: number };
      letterhead: {
        after: string;
        size_pt: number;
        top_mm: number;
        gap_lines: number;
        rule_below_mm: number;
        rule_pt: number;
        title_gap_lines: number;
        color: string;
      };
      imprint: { size_pt: number; side_chars: number; thick_mm: number; thin_mm: number; copies: string; after: string };
      blank: { before: string; after: string; last: string; plan: string };
    };
    /** Names of genres by key. */
    genres: Record<string, string>;
  };
  export default spec;
}
