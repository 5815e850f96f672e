import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import {
  parseJson,
  ReservationRequestSchema,
  ValidationError,
  type Problem,
  type Reservation,
  type ScreeningList,
} from "@cinema/api";

const program: ScreeningList = {
  screenings: [
    { id: "S0412", film: "Metropolis", startsAt: "2026-09-18T18:00:00Z", hall: "red" },
    {
      id: "S0413",
      film: "Ran",
      startsAt: "2026-09-18T20:30:00Z",
      hall: "terrace",
      subtitles: "en",
    },
  ],
};

/** Makes the server of the cinema, which does not listen yet. */
export function createCinema(): Server {
  return createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (!(error instanceof ValidationError)) throw error;
      const issues = error.issues.map(({ message }) => message);
      send(response, 400, { issues } satisfies Problem);
    });
  });
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  switch (`${request.method} ${request.url}`) {
    case "GET /screenings":
      return send(response, 200, program);
    case "POST /reservations": {
      const wanted = parseJson(ReservationRequestSchema, await text(request));
      const code = randomBytes(4).toString("hex").toUpperCase();
      return send(response, 201, { ...wanted, code } satisfies Reservation);
    }
    default:
      return send(response, 404, { issues: ["there is nothing here"] } satisfies Problem);
  }
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
}
