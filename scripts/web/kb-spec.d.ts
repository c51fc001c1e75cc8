/** What the bundler puts in from spec/ (see `--alias:kb-spec=…`); only the part that is read here. */
declare module "kb-spec" {
  interface Style {
    fonts: string[];
    size_pt: number;
    align: string;
    indent: boolean;
  }
  const spec: {
    layout: {
      line_pitch_pt: number;
      indent_chars: number;
      latin_font: string;
      styles: Record<string, Style>;
      blank: { before: string; after: string; last: string; plan: string };
      numbering: { level: number; digits: "chinese" | "arabic"; before: string; after: string }[];
    };
    /** Names of genres by key. */
    genres: Record<string, string>;
  };
  export default spec;
}
