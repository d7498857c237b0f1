import { complete } from "./complete.js";
import { keys } from "./keys.js";
import { drop, progress } from "./reading.js";
import { whatIf } from "./whatif.js";

keys(document);
drop(document);
progress(document);
whatIf(document);
complete(document);
