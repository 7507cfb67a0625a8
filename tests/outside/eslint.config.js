// The recommended rules for schemas, and Relay's; what is left out says why.
import graphql from "@graphql-eslint/eslint-plugin";

const recommended = graphql.configs["flat/schema-recommended"].rules;
const relay = graphql.configs["flat/schema-relay"].rules;
const [severity, naming] = recommended["@graphql-eslint/naming-convention"];

export default [
  {
    files: ["**/*.graphql"],
    plugins: { "@graphql-eslint": graphql },
    languageOptions: {
      parser: graphql.parser,
      parserOptions: { graphQLConfig: { schema: "schema.graphql" } },
    },
    rules: {
      ...recommended,
      ...relay,
      "@graphql-eslint/naming-convention": [
        severity,
        {
          ...naming,
          // AND, OR and NOT join filters, as in Neo4j's own library; no field of a record is called so.
          InputValueDefinition: { style: "camelCase", ignorePattern: "^(AND|OR|NOT)$" },
          // A facet by types, beside those by topics, regions and years.
          "ObjectTypeDefinition,ObjectTypeExtension": {
            ...naming["ObjectTypeDefinition,ObjectTypeExtension"],
            ignorePattern: "^TypeFacet$",
          },
        },
      ],
      // Connections have `nodes` beside `edges`, for clients that need no cursors; short lists are lists.
      "@graphql-eslint/relay-edge-types": ["error", { listTypeCanWrapOnlyEdgeType: false }],
      // Records have an id. What is worked out (rows of a search, a map, a viewer), parts of a record that are
      // nothing without it, and values are nobody's to ask for again.
      "@graphql-eslint/strict-id-in-types": [
        "error",
        {
          exceptions: {
            suffixes: ["Connection", "Edge", "Payload", "Facet", "Preview"],
            types: [
              "PageInfo", "UserError",
              "Contact", "Result", "Step", "Outcome", "Remaining", "AmendmentChange",
              "Written", "Wording", "FieldValue", "FieldChange", "Comparison",
              "Viewer", "Waiting", "RateLimit", "SignInProvider",
              "SearchResult", "SearchHit", "SearchFacets", "Highlight", "HighlightRange",
              "Collaborator", "Reason",
              "NetworkMap", "MapNode", "MapTie", "Pathways",
              "IntroductionPath", "IntroductionStep", "IntroductionTie",
              "CharterArticle", "ArticleComparison", "CharterComparison", "ApplicationDocument",
              "Indicator", "ProgramOverlaps", "ProgramOverlap", "ProgramGaps", "ProgramGap",
              "AgendaItem", "ProcessStep", "ProcessDeviation", "ProcessComparison", "StepDifference",
              "CampaignAction", "CampaignSource",
              "RatingCriterion", "RatingGrade", "CriterionScore",
              "CohortOutcome", "CohortGap", "PaymentStep", "PaymentDue", "PaymentGap", "PaymentInstallment",
              "LastingJobs", "LastingShare",
              "FacilitatorCount", "SupportAmount", "SupportMatch", "SupportReason",
              "Notifications", "Notification", "NotificationReason",
            ],
          },
        },
      ],
      // An outcome's outcome is the word of the field: success, mixed, failure. Renaming it would break clients.
      "@graphql-eslint/no-typename-prefix": "off",
    },
  },
];
