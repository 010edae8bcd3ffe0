import { createSourceEventStream, buildSchema, parse } from "graphql";
import { PubSub } from "graphql-subscriptions";

export const about = {
  runs: ["node22"],
  packages: ["graphql-subscriptions", "graphql"],
  leaks: "a subscription whose client went away is never returned: the PubSub keeps its listener and queue",
  cure: "iterator.return()",
  culprit: /subscriptions of PubSub|on EventEmitter|pushValue/,
  names: /PubSub|ee of/,
};

export async function start(leaky) {
  const bus = new PubSub();
  const schema = buildSchema("type Query { a: Int } type Subscription { price: Int }");
  const document = parse("subscription { price }");
  Object.assign(globalThis.service, { bus });
  schema.getSubscriptionType().getFields().price.subscribe = () => bus.asyncIterableIterator("PRICE");
  return async (turn) => {
    const stream = await createSourceEventStream({ schema, document });
    const first = stream.next();
    await bus.publish("PRICE", { price: turn });
    await first;
    if (!leaky) await stream.return();
  };
}
