/** The Word writer, loaded when somebody saves a Word file: its library is larger than the rest of the desk. */
import { docx } from "./docx";

window.kb.put("word", { docx });
