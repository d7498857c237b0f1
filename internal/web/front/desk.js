import { keys } from "./keys.js";

keys(document);
