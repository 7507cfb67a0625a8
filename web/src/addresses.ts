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
  support: "/support",
  jobs: "/jobs",
  job: "/jobs/:id",
  courses: "/courses",
  course: "/courses/:id",
  apprenticeships: "/apprenticeships",
  apprenticeship: "/apprenticeships/:id",
  qualifications: "/qualifications",
  qualification: "/qualifications/:id",
  services: "/services",
  service: "/services/:id",
  centers: "/support-centers",
  center: "/support-centers/:id",
  instruments: "/support-instruments",
  instrument: "/support-instruments/:id",
  pathways: "/pathways",
  lasting: "/lasting-jobs",
  cohorts: "/cohort-reports",
  cohort: "/cohort-reports/:id",
  region: "/regions/:id",
  topic: "/topics/:id",
} as const;

export type PageName = keyof typeof ADDRESSES;

const TYPES: Record<string, PageName> = {
  Lesson: "lesson",
  Approach: "approach",
  Experience: "experience",
  Organization: "organization",
  JobOpportunity: "job",
  Course: "course",
  Apprenticeship: "apprenticeship",
  Qualification: "qualification",
  Service: "service",
  SupportCenter: "center",
  SupportInstrument: "instrument",
  CohortReport: "cohort",
  Region: "region",
  Topic: "topic",
};

/** Where a record is read, if it has a page. */
export function pageOf(record: { __typename: string; id?: string }): { name: PageName; params: { id: string } } | null {
  const name = TYPES[record.__typename];
  return name && record.id ? { name, params: { id: record.id } } : null;
}
