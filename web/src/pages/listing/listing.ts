// A list that grows: its first page is read with the list, the others when they are asked for.
import { computed, ref, shallowRef, watch, type ComputedRef } from "vue";
import { ask } from "@/api/ask";
import type { Asked } from "@/api/asked";
import { reading, type Reading } from "@/api/reading";

interface Connection<Node> {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  nodes: Node[];
}

export function growing<Told, Given extends { after?: string | null }, Node>(
  operation: Asked<Told, Given>,
  given: () => Given,
  within: (told: Told) => Connection<Node>,
) {
  const page: Reading<Told> = reading(operation, given);
  const more = shallowRef<Node[]>([]);
  const last = shallowRef<Connection<Node>>();
  const loading = ref(false);
  watch(page.told, (told) => {
    more.value = [];
    last.value = told && within(told);
  });
  const nodes: ComputedRef<Node[]> = computed(() => [
    ...(page.told.value ? within(page.told.value).nodes : []),
    ...more.value,
  ]);
  const total = computed(() => last.value?.totalCount ?? 0);
  const rest = computed(() => total.value - nodes.value.length);

  async function goOn(): Promise<void> {
    loading.value = true;
    try {
      const next = within(await ask(operation, { ...given(), after: last.value?.pageInfo.endCursor }));
      more.value = [...more.value, ...next.nodes];
      last.value = next;
    } finally {
      loading.value = false;
    }
  }

  return { page, nodes, total, rest, loading, goOn };
}
