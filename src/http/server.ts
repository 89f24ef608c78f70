import { createServer, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, isIP } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { countUsers } from "../ledger/access/users.ts";
import type { Ledger } from "../ledger/index.ts";
import { appOf } from "./app.ts";
import { type Desk, type DeskOptions, deskOf, type Log } from "./desk.ts";
import { answerTo, errorBody, HttpError } from "./error.ts";
import { listen, notLoopback } from "./listen.ts";
import { isLoopback, isOurHost, securityHeaders } from "./security.ts";

export type ServeOptions = DeskOptions & {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** Milliseconds in which a request's head, and all of it, must have come. */
  readonly headersTimeout?: number | undefined;
  readonly requestTimeout?: number | undefined;
  readonly log?: Log | undefined;
};

export type Serving = { readonly url: string; readonly port: number; close(): Promise<void> };

/**
 * Serves a ledger: on this machine's loopback without login where there is at most one user, elsewhere only to users that
 * sign in. Throws `not-loopback` where nobody could. The ledger stays open when the server closes.
 */
export async function serveLedger(ledger: Ledger, options: ServeOptions): Promise<Serving> {
  const { host, port, publicUrl } = options;
  const loopback = isLoopback(host);
  if ((!loopback || publicUrl !== undefined) && (await countUsers(ledger)) === 0) throw notLoopback(host);
  const log = options.log ?? (() => {});
  const desk = deskOf(ledger, { ...options, loopback }, log);
  const listener = getRequestListener(appOf(desk, log).fetch, {
    overrideGlobalObjects: false,
    errorHandler: () => errorResponse(unreadable),
  });
  const requestTimeout = options.requestTimeout ?? 60_000;
  const headersTimeout = Math.min(options.headersTimeout ?? 10_000, requestTimeout);
  const server = createServer(
    {
      headersTimeout,
      requestTimeout,
      // Longer than a proxy keeps its own connections, so that it never sends into one that is being closed.
      keepAliveTimeout: 75_000,
      connectionsCheckingInterval: Math.min(1_000, headersTimeout),
      maxHeaderSize: 16_384,
    },
    (request, response) => {
      const at = (server.address() as AddressInfo | null)?.port ?? port;
      if (isOurHost(request.headers.host, { port: at, host, publicUrl })) void listener(request, response);
      else refuse(response, otherHost);
    },
  );
  server.maxHeadersCount = 100;
  server.maxConnections = 256;
  // A reader that takes nothing for two minutes is let go.
  server.timeout = 120_000;
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    if (!socket.writable || error.code === "ECONNRESET") socket.destroy();
    else socket.end(plainAnswer(clientError(error)));
  });
  await listen(server, host, port);
  const address = server.address() as AddressInfo;
  if (loopback && !isLoopback(address.address)) {
    await close(server, desk);
    throw notLoopback(`${host} (${address.address})`);
  }
  const shown = isIP(address.address) === 6 ? `[${address.address}]` : address.address;
  return { url: `http://${shown}:${address.port}/`, port: address.port, close: () => close(server, desk) };
}

/** Takes no more, lets what is under way end within five seconds, then closes everything. */
async function close(server: Server, desk: Desk): Promise<void> {
  desk.close();
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  server.closeIdleConnections();
  const late = setTimeout(() => server.closeAllConnections(), 5_000);
  await closed;
  clearTimeout(late);
}

const otherHost = new HttpError(421, [
  "other-host",
  "This is not the server that was asked for.",
  "The request names a host that is not this server's.",
  "Use the address that selon serve told, or name yours with --public-url.",
]);
const unreadable = new HttpError(400, [
  "bad-request",
  "The request can't be understood.",
  "It is not HTTP as it should be.",
  "Check the address.",
]);

function clientError({ code }: NodeJS.ErrnoException): HttpError {
  if (code === "HPE_HEADER_OVERFLOW")
    return new HttpError(431, [
      "headers-too-large",
      "The request was not read.",
      "Its address and headers are too long.",
      "Send less.",
    ]);
  if (code === "ERR_HTTP_REQUEST_TIMEOUT")
    return new HttpError(408, [
      "too-slow",
      "The request was not read.",
      "It did not come in time.",
      "Send it again, faster.",
    ]);
  return unreadable;
}

function errorResponse(error: unknown): Response {
  const answer = answerTo(error);
  return Response.json(errorBody(answer), { status: answer.status, headers: securityHeaders });
}

function refuse(response: ServerResponse, error: HttpError): void {
  response.writeHead(error.status, { ...securityHeaders, "content-type": "application/json", connection: "close" });
  response.end(JSON.stringify(errorBody(error)));
}

function plainAnswer(error: HttpError): string {
  const body = JSON.stringify(errorBody(error));
  const head = {
    ...securityHeaders,
    "content-type": "application/json",
    "content-length": String(Buffer.byteLength(body)),
  };
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${error.status} Refused`, ...lines, "connection: close", "", body].join("\r\n");
}
