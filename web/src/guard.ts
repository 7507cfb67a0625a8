// Pages for whoever is signed in.
import { useRoute, useRouter } from "vue-router";
import { known, viewer } from "./viewer";

/** Whoever is not signed in is led to sign in, and back. */
export function signedInOnly(): void {
  const router = useRouter();
  const route = useRoute();
  void known.then(() => {
    if (!viewer.value) void router.replace({ name: "signIn", query: { to: route.fullPath } });
  });
}
