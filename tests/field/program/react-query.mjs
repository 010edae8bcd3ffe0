import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { createElement as h } from "react";
import { createRoot } from "react-dom/client";
import { createMemoryRouter, RouterProvider, useParams } from "react-router";
import { until } from "../drive/until.mjs";

export const about = { runs: ["page"], packages: ["@tanstack/react-query", "react-router", "react-dom"] };

const load = async (id) => ({ id, rows: Array.from({ length: 40 }, (_, at) => `Row ${at} of ${id}`) });

function Product() {
  const { id } = useParams();
  const { data } = useQuery({ queryKey: ["product", id], queryFn: () => load(id) });
  return h(
    "section",
    { id: data ? `product-${data.id}` : undefined },
    data?.rows.map((row) => h("p", { key: row }, row)),
  );
}

/** Eight products, visited again and again: the cache of queries is full after the warm-up. */
export async function start() {
  const client = new QueryClient();
  const router = createMemoryRouter([
    { path: "/", element: h("h1", null, "Home") },
    { path: "/p/:id", element: h(Product) },
  ]);
  createRoot(document.getElementById("root")).render(h(QueryClientProvider, { client }, h(RouterProvider, { router })));
  const visit = async (id) => {
    await router.navigate(`/p/${id}`, { replace: true });
    await until(() => document.getElementById(`product-${id}`), `product ${id}`);
    await router.navigate("/", { replace: true });
  };
  for (let id = 0; id < 8; id++) await visit(id);
  return (turn) => visit(turn % 8);
}
