import { watchEffect } from "vue";
import { t } from "./language";

/** The title of the page, before the name of the hub; what it is not yet known for is the hub's alone. */
export function title(of: () => string | undefined): void {
  watchEffect(() => {
    const told = of();
    document.title = told ? `${told} · ${t("hub")}` : t("hub");
  });
}
