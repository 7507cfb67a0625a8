"""Where each page of the web client is, and which of its files it begins with.

`web/src/addresses.ts` and `web/src/router.ts` say the same to the client; a test holds them together.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its path, the client's file that shows it, and the file of its texts."""

    name: str
    path: str
    module: str
    texts: str | None = None


PAGES: tuple[Page, ...] = (
    Page("home", "/", "src/pages/home/Home.vue", "home"),
    Page("search", "/search", "src/pages/search/Search.vue", "search"),
    Page("lessons", "/lessons", "src/pages/listing/Lessons.vue", "listing"),
    Page("lesson", "/lessons/{id}", "src/pages/lesson/Lesson.vue", "lesson"),
    Page("approach", "/approaches/{id}", "src/pages/approach/Approach.vue", "lesson"),
    Page("experiences", "/experiences", "src/pages/listing/Experiences.vue", "listing"),
    Page("experience", "/experiences/{id}", "src/pages/experience/Experience.vue", "experience"),
    Page("organizations", "/organizations", "src/pages/listing/Organizations.vue", "listing"),
    Page("organization", "/organizations/{id}", "src/pages/organization/Organization.vue", "organization"),
    Page("signIn", "/sign-in", "src/pages/signin/SignIn.vue", "door"),
    Page("desk", "/desk", "src/pages/desk/Desk.vue", "desk"),
    Page("join", "/join", "src/pages/door/Join.vue", "door"),
    Page("forgotPassword", "/forgot-password", "src/pages/door/Forgot.vue", "door"),
    Page("resetPassword", "/reset-password", "src/pages/door/Reset.vue", "door"),
    Page("confirmMail", "/confirm-mail", "src/pages/door/ConfirmMail.vue", "door"),
    Page("confirmClaim", "/confirm-claim", "src/pages/door/ConfirmClaim.vue", "door"),
    Page("settings", "/settings", "src/pages/settings/Profile.vue", "settings"),
    Page("security", "/settings/security", "src/pages/settings/Security.vue", "settings"),
    Page("followed", "/settings/followed", "src/pages/settings/Followed.vue", "settings"),
    Page("systems", "/settings/systems", "src/pages/settings/Systems.vue", "settings"),
    Page("leaving", "/settings/leaving", "src/pages/settings/Leaving.vue", "settings"),
    Page("news", "/news", "src/pages/news/News.vue", "news"),
    Page("claim", "/organizations/{id}/claim", "src/pages/claim/Claim.vue", "claim"),
    Page("members", "/administration", "src/pages/administration/Members.vue", "administration"),
    Page(
        "applications",
        "/administration/applications",
        "src/pages/administration/Applications.vue",
        "administration",
    ),
    Page(
        "appointments", "/administration/roles", "src/pages/administration/Appointments.vue", "administration"
    ),
    Page("taxonomy", "/administration/terms", "src/pages/administration/Taxonomy.vue", "administration"),
    Page(
        "complaints",
        "/administration/complaints",
        "src/pages/administration/Complaints.vue",
        "administration",
    ),
    Page("audit", "/administration/audit", "src/pages/administration/Audit.vue", "administration"),
    Page("offerNew", "/offers/new", "src/pages/resource/Offer.vue", "resource"),
    Page("offerEdit", "/offers/{id}/edit", "src/pages/resource/Offer.vue", "resource"),
    Page("needNew", "/needs/new", "src/pages/resource/Need.vue", "resource"),
    Page("needEdit", "/needs/{id}/edit", "src/pages/resource/Need.vue", "resource"),
    Page("map", "/map", "src/pages/map/Map.vue", "map"),
    Page("styleguide", "/styleguide", "src/pages/styleguide/StyleGuide.vue", "styleguide"),
    Page("support", "/support", "src/pages/ways/Support.vue", "ways"),
    Page("jobs", "/jobs", "src/pages/ways/Jobs.vue", "ways"),
    Page("job", "/jobs/{id}", "src/pages/ways/Job.vue", "ways"),
    Page("courses", "/courses", "src/pages/ways/Courses.vue", "ways"),
    Page("course", "/courses/{id}", "src/pages/ways/Course.vue", "ways"),
    Page("apprenticeships", "/apprenticeships", "src/pages/ways/Apprenticeships.vue", "ways"),
    Page("apprenticeship", "/apprenticeships/{id}", "src/pages/ways/Apprenticeship.vue", "ways"),
    Page("qualifications", "/qualifications", "src/pages/ways/Qualifications.vue", "ways"),
    Page("qualification", "/qualifications/{id}", "src/pages/ways/Qualification.vue", "ways"),
    Page("services", "/services", "src/pages/ways/Services.vue", "ways"),
    Page("service", "/services/{id}", "src/pages/ways/Service.vue", "ways"),
    Page("centers", "/support-centers", "src/pages/ways/Centers.vue", "ways"),
    Page("center", "/support-centers/{id}", "src/pages/ways/Center.vue", "ways"),
    Page("instruments", "/support-instruments", "src/pages/ways/Instruments.vue", "ways"),
    Page("instrument", "/support-instruments/{id}", "src/pages/ways/Instrument.vue", "ways"),
    Page("pathways", "/pathways", "src/pages/ways/Pathways.vue", "ways"),
    Page("lasting", "/lasting-jobs", "src/pages/ways/Lasting.vue", "ways"),
    Page("cohorts", "/cohort-reports", "src/pages/cohorts/Cohorts.vue", "cohort"),
    Page("cohort", "/cohort-reports/{id}", "src/pages/cohorts/Cohort.vue", "cohort"),
    Page("region", "/regions/{id}", "src/pages/place/Region.vue", "ways"),
    Page("topic", "/topics/{id}", "src/pages/place/Topic.vue", "ways"),
    Page("jobNew", "/jobs/new", "src/pages/ways/JobForm.vue", "ways"),
    Page("jobEdit", "/jobs/{id}/edit", "src/pages/ways/JobForm.vue", "ways"),
    Page("courseNew", "/courses/new", "src/pages/ways/CourseForm.vue", "ways"),
    Page("courseEdit", "/courses/{id}/edit", "src/pages/ways/CourseForm.vue", "ways"),
    Page("apprenticeshipNew", "/apprenticeships/new", "src/pages/ways/ApprenticeshipForm.vue", "ways"),
    Page("apprenticeshipEdit", "/apprenticeships/{id}/edit", "src/pages/ways/ApprenticeshipForm.vue", "ways"),
    Page("qualificationNew", "/qualifications/new", "src/pages/ways/QualificationForm.vue", "ways"),
    Page("qualificationEdit", "/qualifications/{id}/edit", "src/pages/ways/QualificationForm.vue", "ways"),
    Page("serviceNew", "/services/new", "src/pages/ways/ServiceForm.vue", "ways"),
    Page("serviceEdit", "/services/{id}/edit", "src/pages/ways/ServiceForm.vue", "ways"),
    Page("centerNew", "/support-centers/new", "src/pages/ways/CenterForm.vue", "ways"),
    Page("centerEdit", "/support-centers/{id}/edit", "src/pages/ways/CenterForm.vue", "ways"),
    Page("cohortNew", "/cohort-reports/new", "src/pages/cohorts/CohortForm.vue", "cohort"),
    Page("cohortEdit", "/cohort-reports/{id}/edit", "src/pages/cohorts/CohortForm.vue", "cohort"),
    Page("partnerships", "/partnerships", "src/pages/partnership/Partnerships.vue", "partnership"),
    Page("partnershipNew", "/partnerships/new", "src/pages/partnership/PartnershipForm.vue", "partnership"),
    Page("partnership", "/partnerships/{id}", "src/pages/partnership/Partnership.vue", "partnership"),
    Page("amendmentNew", "/partnerships/{id}/amend", "src/pages/partnership/AmendmentNew.vue", "partnership"),
    Page("commitment", "/commitments/{id}", "src/pages/partnership/Commitment.vue", "partnership"),
    Page("offers", "/offers", "src/pages/exchange/Board.vue", "exchange"),
    Page("offer", "/offers/{id}", "src/pages/exchange/Offer.vue", "exchange"),
    Page("need", "/needs/{id}", "src/pages/exchange/Need.vue", "exchange"),
    Page("exchange", "/exchanges/{id}", "src/pages/exchange/Exchange.vue", "exchange"),
    Page("programs", "/programs", "src/pages/program/Programs.vue", "program"),
    Page("programGaps", "/programs/gaps", "src/pages/program/ProgramGaps.vue", "program"),
    Page("program", "/programs/{id}", "src/pages/program/Program.vue", "program"),
    Page("networks", "/networks", "src/pages/network/Networks.vue", "network"),
    Page("network", "/networks/{id}", "src/pages/network/Network.vue", "network"),
    Page("charter", "/charters/{id}", "src/pages/network/Charter.vue", "network"),
    Page("application", "/applications/{id}", "src/pages/network/Application.vue", "network"),
    Page("groups", "/groups", "src/pages/group/Groups.vue", "group"),
    Page("group", "/groups/{id}", "src/pages/group/Group.vue", "group"),
    Page("meeting", "/meetings/{id}", "src/pages/group/Meeting.vue", "group"),
    Page("processes", "/processes", "src/pages/process/Processes.vue", "process"),
    Page("process", "/processes/{id}", "src/pages/process/Process.vue", "process"),
    Page("campaigns", "/campaigns", "src/pages/campaign/Campaigns.vue", "campaign"),
    Page("campaign", "/campaigns/{id}", "src/pages/campaign/Campaign.vue", "campaign"),
    Page("publish", "/publish", "src/pages/publish/Publish.vue", "publish"),
    Page("lessonEdit", "/lessons/{id}/edit", "src/pages/lesson/EditLesson.vue", "lesson"),
    Page(
        "organizationEdit",
        "/organizations/{id}/edit",
        "src/pages/organization/EditOrganization.vue",
        "profile",
    ),
    Page("programNew", "/programs/new", "src/pages/program/ProgramForm.vue", "program"),
    Page("programEdit", "/programs/{id}/edit", "src/pages/program/ProgramForm.vue", "program"),
    Page("approachNew", "/approaches/new", "src/pages/approach/ApproachForm.vue", "lesson"),
    Page("approachEdit", "/approaches/{id}/edit", "src/pages/approach/ApproachForm.vue", "lesson"),
    Page("campaignNew", "/campaigns/new", "src/pages/campaign/CampaignForm.vue", "campaign"),
    Page("campaignEdit", "/campaigns/{id}/edit", "src/pages/campaign/CampaignForm.vue", "campaign"),
    Page("processNew", "/processes/new", "src/pages/process/ProcessForm.vue", "process"),
    Page("processEdit", "/processes/{id}/edit", "src/pages/process/ProcessForm.vue", "process"),
    Page("processFollow", "/processes/{id}/follow", "src/pages/process/FollowForm.vue", "process"),
    Page("instrumentNew", "/support-instruments/new", "src/pages/ways/InstrumentForm.vue", "ways"),
    Page("instrumentEdit", "/support-instruments/{id}/edit", "src/pages/ways/InstrumentForm.vue", "ways"),
    Page("applicationNew", "/networks/{network}/apply", "src/pages/network/ApplicationForm.vue", "network"),
    Page("applicationEdit", "/applications/{id}/edit", "src/pages/network/ApplicationForm.vue", "network"),
    Page("groupNew", "/groups/new", "src/pages/group/GroupForm.vue", "group"),
    Page("groupEdit", "/groups/{id}/edit", "src/pages/group/GroupForm.vue", "group"),
    Page("meetingNew", "/groups/{group}/meetings/new", "src/pages/group/MeetingForm.vue", "group"),
    Page("meetingEdit", "/meetings/{id}/edit", "src/pages/group/MeetingForm.vue", "group"),
    Page("minutes", "/meetings/{id}/minutes", "src/pages/group/MinutesForm.vue", "group"),
    Page(
        "partnershipEdit",
        "/partnerships/{id}/edit",
        "src/pages/partnership/PartnershipForm.vue",
        "partnership",
    ),
    Page("networkNew", "/networks/new", "src/pages/network/NetworkForm.vue", "network"),
    Page("networkEdit", "/networks/{id}/edit", "src/pages/network/NetworkForm.vue", "network"),
    Page("charterNew", "/networks/{network}/charters/new", "src/pages/network/CharterForm.vue", "network"),
    Page("charterEdit", "/charters/{id}/edit", "src/pages/network/CharterForm.vue", "network"),
)
NOT_FOUND = Page("notFound", "/{rest:path}", "src/pages/notfound/NotFound.vue")
"""What any other address shows."""

OF_RECORDS = {
    "Lesson": "lesson",
    "Approach": "approach",
    "Experience": "experience",
    "Organization": "organization",
    "JobOpportunity": "job",
    "Course": "course",
    "Apprenticeship": "apprenticeship",
    "Qualification": "qualification",
    "Service": "service",
    "SupportCenter": "center",
    "SupportInstrument": "instrument",
    "CohortReport": "cohort",
    "Region": "region",
    "Topic": "topic",
    "Partnership": "partnership",
    "Commitment": "commitment",
    "ResourceOffer": "offer",
    "ResourceNeed": "need",
    "Exchange": "exchange",
    "Program": "program",
    "Network": "network",
    "Charter": "charter",
    "MembershipApplication": "application",
    "WorkingGroup": "group",
    "Meeting": "meeting",
    "Process": "process",
    "Campaign": "campaign",
}
"""The page of a record, by its type; the client's `pageOf` has the same."""
_OF = {page.name: page for page in PAGES}


def base(language: str) -> str:
    """What stands before every path of a language.

    >>> base("en"), base("fa")
    ('/en', '')
    """
    return "/en" if language == "en" else ""


def address(name: str, language: str, **values: str) -> str:
    """The path of a page in a language.

    >>> address("lesson", "en", id="les_1"), address("home", "fa"), address("home", "en")
    ('/en/lessons/les_1', '/', '/en')
    """
    return in_language(_OF[name].path.format(**values), language)


def in_language(path: str, language: str) -> str:
    """A path without a language, in one.

    >>> in_language("/search", "en")
    '/en/search'
    """
    return f"{base(language)}{path}".removesuffix("/") or "/"
