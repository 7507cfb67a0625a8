// Tabs that are wider than the screen: the one that is read is scrolled to, and the page stays where it is.
import { onMounted, type Ref } from "vue";
import { settled } from "@/settling";

/** `nav` scrolls by itself; its link to the page that is read is `aria-current`. */
export function scrolledTo(nav: Readonly<Ref<HTMLElement | null>>): void {
  function scroll(): void {
    const at = nav.value?.querySelector<HTMLElement>("[aria-current]");
    if (at) nav.value!.scrollLeft = at.offsetLeft + at.offsetWidth / 2 - nav.value!.clientWidth / 2;
  }
  // The first page has no widths before it is shown.
  onMounted(() => void settled().then(() => requestAnimationFrame(scroll)));
}
