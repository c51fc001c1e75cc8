/** Everything the site adds to a page, in the order in which it is put there. */
import { mountCopy } from "./copy";
import { mountFillBar } from "./fillbar";
import { mountFilter } from "./filter";
import { openKb } from "./kb";
import { mountViews } from "./render";
import { mountScrollBoxes } from "./scroll_boxes";
import { mountSearchBox } from "./searchbox";
import { readPage, type Page } from "./slots";
import { mountToolbar } from "./toolbar";
import { mountTray } from "./tray";
import * as values from "./values";

const SAMPLE_PARTS: ((page: Page) => void)[] = [mountToolbar, mountFilter, mountFillBar, mountCopy, mountViews];

openKb();
mountSearchBox();
mountTray();
mountScrollBoxes();
const page = readPage();
if (page.roots.length) {
  values.open();
  SAMPLE_PARTS.forEach((mount) => mount(page));
}
