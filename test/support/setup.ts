import { afterAll, afterEach } from "vitest";
import { cleanUp } from "./cleanup.js";

afterEach(() => cleanUp("test"));
afterAll(() => cleanUp("file"));
