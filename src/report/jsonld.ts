import type { TextSpan } from "../model/index.ts";
import type { Dossier, DossierArticle, DossierClaim, Mark } from "./dossier.ts";

/** Characters of context that a quote selector carries on either side, so that it is found again in a changed text. */
const context = 32;

/**
 * The dossier for other programs: articles as PROV entities, statements as Web Annotations on their characters
 * (position and quote selectors), claims as what the annotations are about.
 */
export function renderJsonLd(dossier: Dossier): string {
  const graph = [
    ...dossier.engines.map((engine) => ({
      "@id": `urn:selon:engine:${engine.name}-${engine.version}`,
      "@type": "prov:SoftwareAgent",
      "schema:name": engine.name,
      "schema:softwareVersion": engine.version,
    })),
    ...dossier.articles.map((article) => articleNode(dossier, article)),
    ...dossier.claims.map(claimNode),
    ...dossier.articles.flatMap((article) => article.marks.map((mark) => markNode(dossier, article, mark))),
  ];
  return `${JSON.stringify({ "@context": jsonLdContext, "@id": "urn:selon:dossier", "prov:generatedAtTime": dossier.generated, "schema:name": dossier.title, "@graph": graph }, null, 2)}\n`;
}

const jsonLdContext = [
  "http://www.w3.org/ns/anno.jsonld",
  {
    prov: "http://www.w3.org/ns/prov#",
    schema: "https://schema.org/",
    selon: "urn:selon:vocabulary:",
  },
] as const;

const documentIri = (id: string): string => `urn:${id}`;
const claimIri = (claim: DossierClaim): string => `urn:selon:claim:${encodeURIComponent(claim.id)}`;
const actorIri = (id: string): string => `urn:selon:actor:${encodeURIComponent(id)}`;

function articleNode(dossier: Dossier, article: DossierArticle): object {
  const before = article.revisions.filter((other) => other < article.number).slice(-1);
  const earlier = before.flatMap((number) => dossier.articles[number - 1] ?? []);
  const { document } = article;
  return {
    "@id": documentIri(document.id),
    "@type": ["prov:Entity", "schema:NewsArticle"],
    "schema:headline": document.title,
    "schema:publisher": document.outlet,
    "schema:author": document.authors,
    "schema:inLanguage": document.language,
    "schema:datePublished": document.published,
    "schema:dateModified": document.modified,
    "schema:url": document.canonical ?? document.uri,
    "selon:captured": article.captured,
    "prov:wasRevisionOf": earlier.map((other) => ({ "@id": documentIri(other.document.id) })),
  };
}

function claimNode(claim: DossierClaim): object {
  return {
    "@id": claimIri(claim),
    "@type": "schema:Claim",
    "schema:text": claim.proposition,
    "selon:status": claim.status,
    "selon:origins": { affirm: count(claim.origins.affirm), deny: count(claim.origins.deny) },
  };
}

const count = (bounds: { lower: number; upper: number }): object => ({ lower: bounds.lower, upper: bounds.upper });

function markNode(dossier: Dossier, article: DossierArticle, mark: Mark): object {
  const positions = mark.takes.flatMap((anchor) => {
    const claim = dossier.claims[Number(anchor.slice(1, anchor.indexOf("-"))) - 1];
    return claim === undefined ? [] : [{ "@id": claimIri(claim) }];
  });
  const [engine] = dossier.engines;
  return {
    id: `urn:selon:statement:${encodeURIComponent(mark.statement)}`,
    type: "Annotation",
    motivation: "identifying",
    body: [
      {
        type: "selon:Statement",
        "prov:wasAttributedTo": { "@id": actorIri(mark.speaker.id), "schema:name": mark.speaker.name },
        "selon:chain": mark.chain.map((link) => ({ "@id": actorIri(link.id), "schema:name": link.name })),
        "selon:act": mark.act,
        "selon:factuality": mark.factuality,
        "selon:position": mark.position,
        "selon:rule": mark.because.rule,
        "schema:about": positions,
      },
    ],
    target: mark.spans.map((span) => target(article, span)),
    ...(engine ? { generator: `urn:selon:engine:${engine.name}-${engine.version}` } : {}),
  };
}

function target(article: DossierArticle, span: TextSpan): object {
  const { text, id } = article.document;
  return {
    source: documentIri(id),
    selector: [
      { type: "TextPositionSelector", start: span.start, end: span.end },
      {
        type: "TextQuoteSelector",
        exact: span.text,
        prefix: text.slice(Math.max(0, span.start - context), span.start),
        suffix: text.slice(span.end, span.end + context),
      },
    ],
  };
}
