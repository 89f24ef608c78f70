import { everyPage } from "./every-page.ts";
import { examples } from "./harness.ts";

everyPage("the examples", () => [examples], null);
