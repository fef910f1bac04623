/** State of the page version: whether the page opens offline, and whether a newer one waits for the inspector's consent. */
export type WorkerState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'impossible'; readonly why: string }
  | { readonly kind: 'ready' }
  | { readonly kind: 'newer'; readonly takeOver: () => void }

const HOUR = 3_600_000

/** Registers the service worker and reports its state through `tell`. A newer version waits beside the current one, which keeps working until `takeOver`. */
export function openWorker(tell: (state: WorkerState) => void): void {
  if (!('serviceWorker' in navigator)) {
    const why = isSecureContext
      ? '这个浏览器不能离线打开网页：请换用系统自带的浏览器或 Chrome。'
      : '网址不是 https 开头，不能离线打开：请向组织考核者要安全的网址。'
    tell({ kind: 'impossible', why })
    return
  }
  // Served by the development server: there is no worker then.
  if (import.meta.env.DEV) return
  register(tell).catch((error: unknown) =>
    tell({
      kind: 'impossible',
      why: `离线部分没有装好（${error instanceof Error ? error.message : error}）：有信号时会再试。`,
    }),
  )
}

async function register(tell: (state: WorkerState) => void): Promise<void> {
  const { serviceWorker } = navigator
  const registration = await serviceWorker.register('/inspect-worker.js', {
    scope: '/inspect',
    updateViaCache: 'none',
  })
  const look = (): void => {
    if (registration.waiting !== null && registration.active !== null) tell({ kind: 'newer', takeOver })
    else if (registration.active !== null) tell({ kind: 'ready' })
  }
  const watch = (worker: ServiceWorker | null): void => worker?.addEventListener('statechange', look)
  let isTakingOver = false
  const takeOver = (): void => {
    isTakingOver = true
    registration.waiting?.postMessage('takeOver')
  }
  serviceWorker.addEventListener('controllerchange', () => {
    if (isTakingOver) location.reload()
  })
  registration.addEventListener('updatefound', () => watch(registration.installing))
  watch(registration.installing)
  watch(registration.active)
  look()
  const update = () => void registration.update().catch(() => undefined)
  setInterval(update, HOUR)
  addEventListener('online', update)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') update()
  })
}

/** Asks the browser to wake the worker when the signal comes back, where it can, so that it sends then. */
export async function askToSendLater(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const registration = (await navigator.serviceWorker.getRegistration('/inspect')) as
    | (ServiceWorkerRegistration & { readonly sync?: { register(tag: string): Promise<void> } })
    | undefined
  await registration?.sync?.register('send').catch(() => undefined)
}
