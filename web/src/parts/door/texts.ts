// Doors speak; whoever imports them waits until they can.
import { texts } from "@/language";

await texts("door");
