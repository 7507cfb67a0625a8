import { viewer } from "@/viewer";

/** Whether an organization is the one that the viewer acts for. */
export function ofMine(organization: { id: string } | null): boolean {
  return !!organization && organization.id === viewer.value?.organization?.id;
}
