// Forms weigh more than what is read: they come once somebody may do something.
import { defineAsyncComponent } from "vue";

export const Moves = defineAsyncComponent(() => import("@/parts/moving/Moves.vue"));
