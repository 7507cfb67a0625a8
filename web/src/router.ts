// Each page is a file of its own, fetched with its texts when it is gone to.
import { createRouter, createWebHistory, type RouteRecordRaw } from "vue-router";
import { ADDRESSES, type PageName } from "./addresses";
import { base, texts } from "./language";
import { settled } from "./settling";

type Load = () => Promise<{ default: object }>;

/** A page: the file that shows it, and the texts it needs beside those of all pages. */
const PAGES: Record<PageName, [Load, ...string[]]> = {
  home: [() => import("./pages/home/Home.vue"), "home"],
  search: [() => import("./pages/search/Search.vue"), "search"],
  lessons: [() => import("./pages/listing/Lessons.vue"), "listing"],
  lesson: [() => import("./pages/lesson/Lesson.vue"), "lesson"],
  approach: [() => import("./pages/approach/Approach.vue"), "lesson"],
  experiences: [() => import("./pages/listing/Experiences.vue"), "listing"],
  experience: [() => import("./pages/experience/Experience.vue"), "experience"],
  organizations: [() => import("./pages/listing/Organizations.vue"), "listing"],
  organization: [() => import("./pages/organization/Organization.vue"), "organization"],
  signIn: [() => import("./pages/signin/SignIn.vue"), "signin"],
  desk: [() => import("./pages/desk/Desk.vue"), "desk"],
  offerNew: [() => import("./pages/resource/Offer.vue"), "resource"],
  offerEdit: [() => import("./pages/resource/Offer.vue"), "resource"],
  needNew: [() => import("./pages/resource/Need.vue"), "resource"],
  needEdit: [() => import("./pages/resource/Need.vue"), "resource"],
  map: [() => import("./pages/map/Map.vue"), "map"],
  styleguide: [() => import("./pages/styleguide/StyleGuide.vue"), "styleguide"],
  support: [() => import("./pages/ways/Support.vue"), "ways"],
  jobs: [() => import("./pages/ways/Jobs.vue"), "ways"],
  job: [() => import("./pages/ways/Job.vue"), "ways"],
  courses: [() => import("./pages/ways/Courses.vue"), "ways"],
  course: [() => import("./pages/ways/Course.vue"), "ways"],
  apprenticeships: [() => import("./pages/ways/Apprenticeships.vue"), "ways"],
  apprenticeship: [() => import("./pages/ways/Apprenticeship.vue"), "ways"],
  qualifications: [() => import("./pages/ways/Qualifications.vue"), "ways"],
  qualification: [() => import("./pages/ways/Qualification.vue"), "ways"],
  services: [() => import("./pages/ways/Services.vue"), "ways"],
  service: [() => import("./pages/ways/Service.vue"), "ways"],
  centers: [() => import("./pages/ways/Centers.vue"), "ways"],
  center: [() => import("./pages/ways/Center.vue"), "ways"],
  instruments: [() => import("./pages/ways/Instruments.vue"), "ways"],
  instrument: [() => import("./pages/ways/Instrument.vue"), "ways"],
  pathways: [() => import("./pages/ways/Pathways.vue"), "ways"],
  lasting: [() => import("./pages/ways/Lasting.vue"), "ways"],
  cohorts: [() => import("./pages/cohorts/Cohorts.vue"), "cohort"],
  cohort: [() => import("./pages/cohorts/Cohort.vue"), "cohort"],
  region: [() => import("./pages/place/Region.vue"), "ways"],
  topic: [() => import("./pages/place/Topic.vue"), "ways"],
  jobNew: [() => import("./pages/ways/JobForm.vue"), "ways"],
  jobEdit: [() => import("./pages/ways/JobForm.vue"), "ways"],
  courseNew: [() => import("./pages/ways/CourseForm.vue"), "ways"],
  courseEdit: [() => import("./pages/ways/CourseForm.vue"), "ways"],
  apprenticeshipNew: [() => import("./pages/ways/ApprenticeshipForm.vue"), "ways"],
  apprenticeshipEdit: [() => import("./pages/ways/ApprenticeshipForm.vue"), "ways"],
  qualificationNew: [() => import("./pages/ways/QualificationForm.vue"), "ways"],
  qualificationEdit: [() => import("./pages/ways/QualificationForm.vue"), "ways"],
  serviceNew: [() => import("./pages/ways/ServiceForm.vue"), "ways"],
  serviceEdit: [() => import("./pages/ways/ServiceForm.vue"), "ways"],
  centerNew: [() => import("./pages/ways/CenterForm.vue"), "ways"],
  centerEdit: [() => import("./pages/ways/CenterForm.vue"), "ways"],
  cohortNew: [() => import("./pages/cohorts/CohortForm.vue"), "cohort"],
  cohortEdit: [() => import("./pages/cohorts/CohortForm.vue"), "cohort"],
  partnerships: [() => import("./pages/partnership/Partnerships.vue"), "partnership"],
  partnershipNew: [() => import("./pages/partnership/PartnershipNew.vue"), "partnership"],
  partnership: [() => import("./pages/partnership/Partnership.vue"), "partnership"],
  amendmentNew: [() => import("./pages/partnership/AmendmentNew.vue"), "partnership"],
  commitment: [() => import("./pages/partnership/Commitment.vue"), "partnership"],
  offers: [() => import("./pages/exchange/Board.vue"), "exchange"],
  offer: [() => import("./pages/exchange/Offer.vue"), "exchange"],
  need: [() => import("./pages/exchange/Need.vue"), "exchange"],
  exchange: [() => import("./pages/exchange/Exchange.vue"), "exchange"],
  programs: [() => import("./pages/program/Programs.vue"), "program"],
  programGaps: [() => import("./pages/program/ProgramGaps.vue"), "program"],
  program: [() => import("./pages/program/Program.vue"), "program"],
  networks: [() => import("./pages/network/Networks.vue"), "network"],
  network: [() => import("./pages/network/Network.vue"), "network"],
  charter: [() => import("./pages/network/Charter.vue"), "network"],
  application: [() => import("./pages/network/Application.vue"), "network"],
  groups: [() => import("./pages/group/Groups.vue"), "group"],
  group: [() => import("./pages/group/Group.vue"), "group"],
  meeting: [() => import("./pages/group/Meeting.vue"), "group"],
  processes: [() => import("./pages/process/Processes.vue"), "process"],
  process: [() => import("./pages/process/Process.vue"), "process"],
  campaigns: [() => import("./pages/campaign/Campaigns.vue"), "campaign"],
  campaign: [() => import("./pages/campaign/Campaign.vue"), "campaign"],
};

const routes: RouteRecordRaw[] = Object.entries(PAGES).map(([name, [load, ...needed]]) => ({
  name,
  path: ADDRESSES[name as PageName],
  component: load,
  props: true,
  beforeEnter: async () => {
    await Promise.all([load(), ...needed.map(texts)]);
  },
}));
routes.push({ name: "notFound", path: "/:rest(.*)*", component: () => import("./pages/notfound/NotFound.vue") });

export const router = createRouter({
  history: createWebHistory(base || "/"),
  routes,
  async scrollBehavior(to, _from, saved) {
    await settled();
    return saved ?? (to.hash ? { el: to.hash } : { top: 0 });
  },
});
