// Whoever imports this waits until what is said of conversations is there.
import { texts } from "@/language";

await texts("talk");
