import { call, type CallAnswer, type CallInput, type RouteName } from './call.ts'
import { useTakeFile } from './useTakeFile.ts'

/** Fetches and saves a file from a route that answers one. */
export function useSaveFile<N extends RouteName>(name: N) {
  const { busy, take } = useTakeFile()
  return {
    busy,
    save: (input: CallInput<N>) => take(async () => (await call(name, input)) as CallAnswer<N> & File),
  }
}
