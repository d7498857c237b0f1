import { keys } from "./keys.js";
import { drop, progress } from "./reading.js";

keys(document);
drop(document);
progress(document);
