// Where each page is. The hub answers the same addresses with the page's text (hub/web/addresses.py).
export const ADDRESSES = {
  home: "/",
  search: "/search",
  lessons: "/lessons",
  lesson: "/lessons/:id",
  approach: "/approaches/:id",
  experiences: "/experiences",
  experience: "/experiences/:id",
  organizations: "/organizations",
  organization: "/organizations/:id",
  signIn: "/sign-in",
  desk: "/desk",
  offerNew: "/offers/new",
  offerEdit: "/offers/:id/edit",
  needNew: "/needs/new",
  needEdit: "/needs/:id/edit",
  publish: "/publish",
  lessonEdit: "/lessons/:id/edit",
  organizationEdit: "/organizations/:id/edit",
} as const;

export type PageName = keyof typeof ADDRESSES;

const TYPES: Record<string, PageName> = {
  Lesson: "lesson",
  Approach: "approach",
  Experience: "experience",
  Organization: "organization",
};

/** Where a record is read, if it has a page. */
export function pageOf(record: { __typename: string; id?: string }): { name: PageName; params: { id: string } } | null {
  const name = TYPES[record.__typename];
  return name && record.id ? { name, params: { id: record.id } } : null;
}
