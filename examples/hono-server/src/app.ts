import { randomUUID } from "node:crypto";
import { sValidator } from "@hono/standard-validator";
import { Hono } from "hono";
import {
  BookingRequestSchema,
  isRoomName,
  type Booking,
  type Problem,
  type RoomName,
} from "./api/index.js";

const bookings = new Map<RoomName, readonly Booking[]>();

/** Answers status 400 with what is wrong, before the handler of the route is called. */
const validBooking = sValidator("json", BookingRequestSchema, (result, c) => {
  if (result.success) return;
  const issues = result.error.map(({ message }) => message);
  return c.json({ title: "Not a valid booking", issues } satisfies Problem, 400);
});

export const app = new Hono();

app.get("/rooms/:room/bookings", (c) => {
  const room = c.req.param("room");
  if (!isRoomName(room)) return c.notFound();
  return c.json(bookings.get(room) ?? []);
});

app.post("/rooms/:room/bookings", validBooking, (c) => {
  const room = c.req.param("room");
  if (!isRoomName(room)) return c.notFound();
  const booking: Booking = { id: randomUUID(), ...c.req.valid("json") };
  bookings.set(room, [...(bookings.get(room) ?? []), booking]);
  return c.json(booking, 201);
});
