/** Asks an address, or sends a body to it, and returns what is answered. */
type Ask = (route: string, body?: object) => Promise<unknown>

interface Objections {
  readonly objections: readonly { readonly finding: string; readonly sheet: string; readonly state: string }[]
}

/** Upholds every finding that a unit objects to: a year is not sealed before. */
export async function upholdObjections(ask: Ask): Promise<void> {
  const { objections } = (await ask('GET /api/years/2018/objections')) as Objections
  for (const { finding, sheet, state } of objections) {
    if (state !== 'objected') continue
    const { revision } = (await ask(`GET /api/years/2018/sheets/${sheet}`)) as { readonly revision: number }
    await ask(`POST /api/years/2018/findings/${finding}/decision`, {
      ruling: 'uphold',
      reason: '核对原始记录，核查情况属实',
      revision,
    })
  }
}
