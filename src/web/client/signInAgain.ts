type Waiting = { readonly done: () => void; readonly promise: Promise<void> }

let waiting: Waiting | undefined
const listeners = new Set<() => void>()

/** 重新登录: asks for the password over the open page; resolves once the same person has signed in again. All calls that meet a 401 wait for one dialog. */
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

/** 已重新登录: lets the waiting calls go on. */
export function signedInAgain(): void {
  waiting?.done()
  waiting = undefined
  describe()
}

/** 是否正等待重新登录, with `onWaitingChange` for `useSyncExternalStore`. */
export function isWaitingForSignIn(): boolean {
  return waiting !== undefined
}

/** 等待状态的变化. */
export function onWaitingChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function describe(): void {
  for (const listener of listeners) listener()
}
