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
  publish: [() => import("./pages/publish/Publish.vue"), "publish"],
  lessonEdit: [() => import("./pages/lesson/EditLesson.vue"), "lesson"],
  organizationEdit: [() => import("./pages/organization/EditOrganization.vue"), "profile"],
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
