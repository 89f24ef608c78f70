import { type QueryClient, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { get, type Params } from "./client.ts";
import { usePainted } from "./painted.ts";
import type { Page } from "./types.ts";

/** One answer of the API, kept by its address and asked again when the ledger changes. */
export function useAnswer<T>(path: string | null, params: Params = {}) {
  return useQuery({
    queryKey: ["api", path, params],
    queryFn: ({ signal }) => get<T>(path ?? "", params, signal),
    enabled: path !== null,
  });
}

/** A list, page by page; `more` asks for the next one. Its first page may be of another size than the others. */
export function useList<T>(path: string, params: Params = {}, limit = 100, first = limit) {
  const query = useInfiniteQuery({
    queryKey: ["api", path, params, limit, first],
    queryFn: ({ pageParam: cursor, signal }) =>
      get<Page<T>>(path, { ...params, limit: cursor === undefined ? first : limit, cursor }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const total = query.data?.pages[0]?.total ?? 0;
  return { ...query, items, total };
}

/** The same where the first page is short: once it is painted, the second follows by itself. */
export function useShortList<T>(path: string, params: Params, first: number, limit = 100) {
  const list = useList<T>(path, params, limit, first);
  const painted = usePainted(list.isSuccess);
  const { fetchNextPage, hasNextPage, isFetching, isFetchNextPageError } = list;
  const alone = list.data?.pages.length === 1;
  useEffect(() => {
    if (painted && alone && hasNextPage && !isFetching && !isFetchNextPageError) void fetchNextPage();
  }, [painted, alone, hasNextPage, isFetching, isFetchNextPageError, fetchNextPage]);
  return { ...list, painted };
}

/** Everything shown may be out of date: something was added or decided. */
export function refresh(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ queryKey: ["api"] });
}
