import { liveQuery } from 'dexie'
import { useEffect, useState } from 'react'

/** 随库更新的读取: what the query finds, anew whenever the database changes, in this page, another or the worker; undefined until it has been read. */
export function useLive<T>(query: () => Promise<T>, about: readonly unknown[]): T | undefined {
  const [found, setFound] = useState<{ readonly about: string; readonly value: T }>()
  const key = JSON.stringify(about)
  useEffect(() => {
    const watching = liveQuery(query).subscribe({
      next: value => setFound({ about: key, value }),
      error: () => undefined,
    })
    return () => watching.unsubscribe()
    // The query is told apart by what it is about.
  }, [key])
  return found?.about === key ? found.value : undefined
}
