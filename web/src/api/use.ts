import { type QueryClient, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { get, type Params } from "./client.ts";
import type { Page } from "./types.ts";

/** One answer of the API, kept by its address and asked again when the ledger changes. */
export function useAnswer<T>(path: string | null, params: Params = {}) {
  return useQuery({
    queryKey: ["api", path, params],
    queryFn: ({ signal }) => get<T>(path ?? "", params, signal),
    enabled: path !== null,
  });
}

/** A list, page by page; `more` asks for the next one. */
export function useList<T>(path: string, params: Params = {}, limit = 100) {
  const query = useInfiniteQuery({
    queryKey: ["api", path, params, limit],
    queryFn: ({ pageParam, signal }) => get<Page<T>>(path, { ...params, limit, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const total = query.data?.pages[0]?.total ?? 0;
  return { ...query, items, total };
}

/** Everything shown may be out of date: something was added or decided. */
export function refresh(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ queryKey: ["api"] });
}
