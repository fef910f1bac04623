type Waiting = { readonly done: () => void; readonly promise: Promise<void> }

let waiting: Waiting | undefined
const listeners = new Set<() => void>()

/** Asks for the password over the open page; resolves once the same person has signed in again. All calls that meet a 401 wait for one dialog. */
export function signInAgain(): Promise<void> {
  if (waiting === undefined) {
    let done = (): void => {}
    const promise = new Promise<void>(resolve => {
      done = resolve
    })
    waiting = { promise, done }
    describe()
  }
  return waiting.promise
}

/** Resumes the waiting calls after signing in again. */
export function signedInAgain(): void {
  waiting?.done()
  waiting = undefined
  describe()
}

/** Checks whether a sign-in is being waited for; with `onWaitingChange` for `useSyncExternalStore`. */
export function isWaitingForSignIn(): boolean {
  return waiting !== undefined
}

/** Subscribes to changes of the waiting state. */
export function onWaitingChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function describe(): void {
  for (const listener of listeners) listener()
}
