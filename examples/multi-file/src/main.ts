import { createReadStream } from "node:fs";
import { OrderSchema, parseLines, type Order, type Payment } from "./api/index.js";

for await (const { line, value, issues } of parseLines(
  OrderSchema,
  createReadStream("orders.jsonl"),
)) {
  if (issues === undefined) console.log(describeOrder(value));
  else for (const { message } of issues) console.log(`orders.jsonl:${line}: ${message}`);
}

function describeOrder({ number, lines, payment, giftMessage }: Order): string {
  const books = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const gift = giftMessage === null ? "" : ", a gift";
  return `${number}: books: ${books}, ${describePayment(payment)}${gift}`;
}

/** In each case, TypeScript knows the properties that the method of payment has. */
function describePayment(payment: Payment): string {
  switch (payment.method) {
    case "card":
      return `paid by card ending in ${payment.lastDigits}`;
    case "transfer":
      return payment.receivedAt === null ? "not paid yet" : "paid by transfer";
    case "voucher":
      return `paid by voucher ${payment.code}`;
  }
}
