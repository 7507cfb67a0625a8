// Tabs that are wider than the screen: the one that is read is scrolled to, and the page stays where it is.
import { onMounted, type Ref } from "vue";

/** `nav` scrolls by itself; its link to the page that is read is `aria-current`. */
export function scrolledTo(nav: Readonly<Ref<HTMLElement | null>>): void {
  onMounted(() => {
    const at = nav.value?.querySelector<HTMLElement>("[aria-current]");
    if (at) nav.value!.scrollLeft = at.offsetLeft + at.offsetWidth / 2 - nav.value!.clientWidth / 2;
  });
}
