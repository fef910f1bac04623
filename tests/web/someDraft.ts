import type { Draft, DraftPhoto, Signature } from '../../src/web/alone/phone/draft/Draft.ts'

/** 试验用的草稿. */
export function aDraft(fields: Partial<Draft> = {}): Draft {
  return {
    id: '11111111-1111-4111-8111-111111111111',
    assignment: 'task-1',
    year: 2018,
    unit: 'lin',
    unitName: '州林业局',
    account: 'account-1',
    inspector: '第一核查组',
    visitedOn: '2018-12-20',
    startedAt: '2018-12-20T01:00:00.000Z',
    changedAt: '2018-12-20T01:00:00.000Z',
    findings: [],
    clean: [],
    rowNotes: {},
    note: '',
    stage: { kind: 'filling' },
    ...fields,
  }
}

/** 试验用的签字. */
export function aSignature(name: string): Signature {
  return { name, picture: 'data:image/png;base64,iVBORw0KGgo=', signedAt: '2018-12-20T02:00:00.000Z' }
}

/** 试验用的照片, already with the server where `file` is given. */
export function aPhoto(fields: Partial<DraftPhoto> = {}): DraftPhoto {
  const bytes = new Uint8Array([255, 216, 255]).buffer
  const draft = '11111111-1111-4111-8111-111111111111'
  return {
    id: 'photo-1',
    draft,
    hash: 'a'.repeat(64),
    bytes,
    width: 4,
    height: 3,
    addedAt: '2018-12-20T01:30:00.000Z',
    ...fields,
  }
}
