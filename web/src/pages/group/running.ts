// Who runs a working group, and who sits in it.
import { mine } from "@/me";

/** Who runs a group: its chair and secretary, and whose it is. */
export interface Running {
  id: string;
  title: string;
  members: { edges: readonly { role: string; node: { id: string; name: string } }[] };
  body:
    | { __typename: "Partnership"; id: string; parties: { nodes: readonly { id: string }[] } }
    | { __typename: "Network"; id: string; secretariat: { id: string } | null }
    | null;
}

/** The network that a group belongs to, where it is no partnership's. */
export function networkOf(group: Running | null | undefined): string | undefined {
  return group?.body?.__typename === "Network" ? group.body.id : undefined;
}

export function isBody(group: Running): boolean {
  if (group.body?.__typename === "Network") return mine(group.body.secretariat);
  return !!group.body?.parties.nodes.some(mine);
}

export function runs(group: Running): boolean {
  return isBody(group) || group.members.edges.some(({ role, node }) => role !== "MEMBER" && mine(node));
}

export function sits(group: Running): boolean {
  return runs(group) || group.members.edges.some(({ node }) => mine(node));
}
