// Starts GraphiQL on the hub's own address; a token is given under "Headers".
const fetcher = GraphiQL.createFetcher({ url: "/graphql" });
const defaultQuery = `# Persian answers by default; for English add {"Accept-Language": "en"} under Headers.
{
  organizations(first: 5) {
    totalCount
    nodes { name kind location { name } topics { label } }
  }
}
`;
ReactDOM.createRoot(document.getElementById("graphiql")).render(
  React.createElement(GraphiQL, { fetcher, defaultQuery, defaultEditorToolsVisibility: true }),
);
