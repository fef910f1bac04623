import { liveQuery } from 'dexie'
import { useEffect, useState } from 'react'

/** Returns the result of a query, read again whenever the database changes in this page, another page or the worker; undefined until the first read. */
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
