import { type Context, Hono } from 'hono';
import type { DocumentContent, DocumentResource, StoredDocument } from '../../lrs/documentPorts.ts';
import { entityTag, type Preconditions } from '../../lrs/documentPreconditions.ts';
import { type DocumentMethod, type DocumentRequest, readDocumentRequest } from '../../lrs/documentRequests.ts';
import { deleteDocuments, getDocuments, postDocument, putDocument } from '../../lrs/documents.ts';
import type { Services } from '../services.ts';
import { readBytes } from './readBody.ts';
import { answerJson, httpDate } from './xapiAnswers.ts';
import { principalOf } from './xapiPrincipal.ts';
import type { XapiEnv } from './xapiRoutes.ts';

const resources: Readonly<Record<string, DocumentResource>> = {
  '/activities/state': 'state',
  '/activities/profile': 'activityProfile',
  '/agents/profile': 'agentProfile',
};

/** `/xapi/activities/state`, `/xapi/activities/profile`, `/xapi/agents/profile` (xAPI 1.0.3, Communication 2.2 to 2.7). */
export function xapiDocumentRoutes(services: Services): Hono<XapiEnv> {
  const routes = new Hono<XapiEnv>();
  const { documents, ...rules } = services.lrs;
  const contentOf = async ({ req }: Context): Promise<DocumentContent> => {
    const body = await readBytes(req.raw, rules.maxDocumentBytes);
    return { contentType: req.header('content-type') || 'application/octet-stream', body };
  };

  for (const [path, resource] of Object.entries(resources)) {
    const read = async (context: Context<XapiEnv>, method: DocumentMethod): Promise<DocumentRequest> => {
      const principal = await principalOf(context, services);
      const parameters = new URL(context.req.url).searchParams;
      return readDocumentRequest({ resource, method, parameters, principal, version: context.get('version') }, rules);
    };

    routes.get(path, async (context) => {
      const request = await read(context, 'GET');
      const answer = await getDocuments(request, preconditionsOf(context), documents);
      if (answer.kind === 'ids') return answerJson(context, answer.ids, answer.updated);
      return answerDocument(context, answer.document, answer.notModified);
    });
    routes.put(path, async (context) => {
      const request = await read(context, 'PUT');
      await putDocument(request, await contentOf(context), preconditionsOf(context), documents);
      return context.body(null, 204);
    });
    routes.post(path, async (context) => {
      const request = await read(context, 'POST');
      await postDocument(request, await contentOf(context), preconditionsOf(context), documents);
      return context.body(null, 204);
    });
    routes.delete(path, async (context) => {
      const request = await read(context, 'DELETE');
      await deleteDocuments(request, preconditionsOf(context), documents);
      return context.body(null, 204);
    });
  }
  return routes;
}

/** The document as it came. Whatever its type, a browser that is led to it shows it as nobody's page and runs nothing. */
function answerDocument(
  context: Context,
  { body, contentType, updated }: StoredDocument,
  notModified: boolean,
): Response {
  const headers = { ETag: entityTag(body), 'Last-Modified': httpDate(updated) };
  if (notModified) return context.body(null, 304, headers);
  return context.body(body, 200, {
    ...headers,
    'Content-Type': contentType,
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
  });
}

function preconditionsOf(context: Context): Preconditions {
  return { ifMatch: context.req.header('if-match') || null, ifNoneMatch: context.req.header('if-none-match') || null };
}
