/** The script of the reference pages: filtering, and a notice once the data is old. */
import { mountAge } from "./age";
import { mountFilter } from "./filter";

mountAge();
mountFilter();
