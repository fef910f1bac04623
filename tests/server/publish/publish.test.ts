import { sql } from 'drizzle-orm'
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, expect, test } from 'vitest'
import { fileOf } from '../finished.ts'
import { describeWays } from '../databases.ts'
import type { Office, openOffice, Visitor } from '../office.ts'
import { AT, openToPublish, plan, siteOf } from './publishOffice.ts'

let office: Office | undefined

afterEach(async () => {
  await office?.close()
  office = undefined
})

interface Ranking {
  readonly components: readonly { readonly id: string }[]
  readonly rows: readonly {
    readonly unit: string
    readonly composite?: number
    readonly components: readonly { readonly points?: number }[]
  }[]
}

async function openDemo(database: Parameters<typeof openOffice>[0]) {
  const demo = await openToPublish(database)
  office = demo.office
  return demo
}

const { read, write } = siteOf(() => office!)

describeWays('四（六） publication', open => {
  test('nothing is public before the units have the result and the committee releases; a plan says what and when', async () => {
    const { committee, publication, act, release } = await openDemo(await open())
    const put = (body: object) => committee.ask(`PUT ${AT}`, { body })
    expect((await put({ ...plan, parts: [] })).body.code).toBe('publicationEmpty')
    expect((await put({ ...plan, to: '2018-12-20' })).body.code).toBe('publicationDaysTurned')
    expect((await act('extend', { to: '2019-01-10', reason: '延长' })).body.code).toBe('notFound')
    expect((await put(plan)).body).toEqual({ revision: 1 })
    expect((await put(plan)).body.code).toBe('staleRevision')
    expect((await act('release')).body).toMatchObject({
      code: 'publicationTooEarly',
      message: expect.stringContaining('还没有向单位公布'),
    })
    expect((await act('extend', { to: '2019-01-10', reason: '延长' })).body.code).toBe(
      'publicationUnreleased',
    )
    expect((await act('withdraw', { reason: '撤下' })).body.code).toBe('publicationUnreleased')
    expect((await committee.ask(`POST ${AT}/site`, { body: {} })).body.code).toBe('publicationUnreleased')
    const { units } = await publication()
    expect(units).toEqual([])
    expect((await read('/public')).page).toContain('没有正在公示的内容')
    expect((await read('/public/2018')).status).toBe(404)
    expect((await read('/public/2018/SF001')).status).toBe(404)

    await release()
    expect((await act('release')).status).toBe(200)
    expect((await put({ ...plan, revision: 2 })).body.code).toBe('publicationReleased')
    expect((await act('release')).body.code).toBe('publicationReleased')
    const shown = await publication()
    expect(shown.plan?.standing).toBe('open')
    const { unit, unitName } = shown.units[0]!
    const list = await read('/public/2018')
    expect(list.page).toContain(unitName)
    expect((await read(`/public/2018?q=${encodeURIComponent('没有这样的')}`)).page).toContain('没有名称含')
    const sought = (await read(`/public/2018?q=${encodeURIComponent(unitName)}`)).page
    expect(sought).toMatch(/名称含“.+”的有\d+个单位。<a\s+href="\?"/)
    const page = await read(`/public/2018/${unit}`)
    expect(page.page).toContain('考核等次')
    // What was not chosen is nowhere; no cookie, no script, nothing foreign.
    expect(page.page).not.toMatch(/综合得分|第\d+名|<script/)
    expect(page.headers['set-cookie']).toBeUndefined()
    expect(page.headers['content-security-policy']).toContain("default-src 'none'")

    const ranking = (await committee.ask('GET /api/years/2018/ranking')).body as unknown as Ranking
    const debrief = ranking.components.findIndex(({ id }) => id === 'debrief')
    let compared = 0
    for (const { unit: one } of shown.units) {
      const { page: text } = await read(`/public/2018/${one}`)
      // Not a figure of any part that was not chosen, under whatever name; whole ones could be a day or a count.
      const row = ranking.rows.find(({ unit: of }) => of === one)
      const points = [
        row?.composite,
        ...(row?.components.flatMap((of, at) => (at === debrief ? [] : of.points)) ?? []),
      ]
      for (const figure of points)
        if (figure !== undefined && !Number.isInteger(figure)) {
          compared += 1
          expect(text, one).not.toContain(String(figure))
        }
      const figures = [...text.matchAll(/<dt>([^<]*)<\/dt>/g)].map(found => found[1])
      expect(['述职测评得分', '考核等次'], one).toEqual(expect.arrayContaining(figures))
      expect(text, one).not.toMatch(/综合得分|第\d+名/)
      for (const year of [2016, 2017, 2019]) expect((await read(`/public/${year}/${one}`)).status).toBe(404)
    }

    expect(compared).toBeGreaterThan(shown.units.length)

    expect((await act('extend', { to: '2018-12-30', reason: '早了' })).body.code).toBe('publicationNotLonger')
    expect((await act('extend', { to: '2019-01-04', reason: '元旦放假' })).status).toBe(200)
    const { job } = (await committee.ask(`POST ${AT}/site`, { body: {} })).body
    const files = unzipSync(await fileOf(committee, job))
    expect(Object.keys(files)).toHaveLength(shown.units.length * 3)
    const sheet = strFromU8(files[`${unitName}宣传栏张贴页（A3）.html`]!)
    expect(sheet).toMatch(/@page\{size:A3 portrait\}[^]*<svg role="img"[^]*\/public\/2018\//)
    expect((await read(`/public/2018/${unit}?paper=A3`)).page).toContain('@page{size:A3 portrait}')
    expect((await act('withdraw', { reason: '内容有误' })).status).toBe(200)
    expect((await read(`/public/2018/${unit}`)).status).toBe(404)
    expect((await put({ ...plan, revision: 4 })).status).toBe(200)
  })

  test('comments are held until somebody has read them; a removed one leaves its mark; a unit replies; commentEmpty, commentTooLong and commentFlood keep what was typed', async () => {
    const { committee, publication, act, release } = await openDemo(await open())
    await committee.ask(`PUT ${AT}`, { body: plan })
    await release()
    await act('release')
    const [first, other] = (await publication()).units
    const unit = first!.unit
    const at = `/public/2018/${unit}`
    const token = crypto.randomUUID()
    const sent = { wrote: '书记<b>到</b>支部\u202e讲课\u200b，很好。', name: '李四', token }
    expect(await write(`${at}/comments`, sent)).toMatchObject({ status: 303, to: `${at}?sent=1#board` })
    // A double click is one comment.
    await write(`${at}/comments`, sent)
    expect((await read(at)).page).not.toContain('讲课')
    const comments = async (who: Visitor = committee) =>
      (await who.ask('GET /api/years/2018/comments')).body['comments'] as {
        id: string
        revision: number
        wrote: string
        standing: string
      }[]
    const [held] = await comments()
    expect(await comments()).toMatchObject([{ wrote: '书记<b>到</b>支部讲课，很好。', standing: 'held' }])

    const judge = (what: string, body: object, id = held!.id, who: Visitor = committee) =>
      who.ask(`POST /api/years/2018/comments/${id}/${what}`, { body })
    expect((await judge('show', { revision: 1 })).status).toBe(200)
    expect((await judge('show', { revision: 1 })).body.code).toBe('staleRevision')
    const shown = (await read(at)).page
    expect(shown).toContain('书记&lt;b&gt;到&lt;/b&gt;支部讲课')
    expect(shown).toContain('李四')

    // The unit sees its own and replies; another one's is not there for it.
    const own = await office!.someone('danwei', [{ role: 'unit', unit }])
    const stranger = await office!.someone('bieren', [{ role: 'unit', unit: other!.unit }])
    expect(await comments(own)).toHaveLength(1)
    expect(await comments(stranger)).toHaveLength(0)
    expect((await judge('reply', { reply: '谢谢', revision: 2 }, held!.id, stranger)).body.code).toBe(
      'notFound',
    )
    expect((await judge('reply', { reply: '谢谢监督。', revision: 2 }, held!.id, own)).status).toBe(200)
    expect((await read(at)).page).toContain('谢谢监督。')

    // What readers report waits to be read again; to let it stay settles the report.
    const toRead = async () => JSON.stringify((await committee.ask('GET /api/years/2018/due')).body)
    expect(await toRead()).not.toContain('审核公示留言')
    await write(`${at}/report`, { comment: held!.id })
    expect((await comments())[0]).toMatchObject({ abuse: 1 })
    expect(await toRead()).toContain('审核公示留言1条')
    expect((await judge('show', { revision: 3 })).status).toBe(200)
    expect(await toRead()).not.toContain('审核公示留言')
    expect((await comments())[0]).toMatchObject({ abuse: 0 })
    const reason = '含有他人的个人信息'
    expect((await judge('withhold', { reason, revision: 4 })).status).toBe(200)
    expect((await judge('reply', { reply: '再答', revision: 5 })).body.code).toBe('commentUnshown')
    // Whom it is about does not read what was withheld.
    expect((await comments())[0]).toMatchObject({ wrote: expect.stringContaining('讲课'), name: '李四' })
    expect((await comments(own))[0]).toMatchObject({ wrote: '', standing: 'withheld', reason })
    expect((await comments(own))[0]).not.toHaveProperty('name')
    // Nor who neither judges comments nor supervises that.
    const leading = await office!.someone('zuzhang', [{ role: 'leadingGroup' }])
    const auditor = await office!.someone('shenjiyuan', [{ role: 'auditor' }])
    expect((await comments(leading))[0]).toMatchObject({ wrote: '', standing: 'withheld', reason })
    expect((await comments(auditor))[0]).toMatchObject({ wrote: expect.stringContaining('讲课') })
    const gone = (await read(at)).page
    expect(gone).toContain(`这条留言已隐藏，理由：${reason}`)
    expect(gone).not.toContain('讲课')
    expect((await judge('destroy', { reason: '身份证号', revision: 5 })).status).toBe(200)
    expect((await judge('show', { revision: 6 })).body.code).toBe('commentGone')
    expect((await comments())[0]).toMatchObject({ wrote: '', standing: 'destroyed' })
    const { rows: destroyed } = await office!.context.database.db.execute(
      sql`select name, reply, replied_by, length(hash) as hash from public_comment where standing = 'destroyed'`,
    )
    expect(destroyed).toEqual([{ name: null, reply: null, replied_by: null, hash: 64 }])

    // Bad input keeps what was typed.
    expect((await write(`${at}/comments`, { wrote: ' \u200b ' })).page).toContain('留言没有内容')
    const long = await write(`${at}/comments`, { wrote: '长'.repeat(1001) }, '10.0.0.2')
    expect(long.page).toContain('留言最多1000字，多了1字')
    expect(long.page).toContain('长长长')
    expect((await write(`${at}/comments`, { wrote: '长'.repeat(200_000) })).status).toBe(413)
    const many = await Promise.all(
      Array.from({ length: 30 }, (_, n) => write(`${at}/comments`, { wrote: `第${n}条` }, '10.0.0.3')),
    )
    expect(many.filter(({ status }) => status === 303)).toHaveLength(20)
    // What came too fast is given back to be sent again, without the unit's page around it.
    const refused = many.filter(({ status }) => status !== 303).map(({ page }) => page)
    for (const page of refused) {
      expect(page).toContain('提交太频繁')
      expect(page).toMatch(/<textarea name="wrote"[^>]*>第\d+条</)
      expect(page).not.toContain('讲课')
    }
    // So does an address that is published no more.
    const shut = await write('/public/2018/no-such/comments', { wrote: '写了很久的话' }, '10.0.0.4')
    expect([shut.status, shut.page.includes('写了很久的话')]).toEqual([404, true])

    // What came on paper is entered by the unit and read like the others.
    const take = (body: object) => own.ask(`POST /api/years/2018/units/${unit}/comments`, { body })
    const day = '2018-12-24'
    expect((await take({ way: 'paper', day, wrote: '意见箱里的一条', name: '' })).status).toBe(200)
    expect((await take({ way: 'phone', day, wrote: '\u3164', name: '' })).body.code).toBe('commentEmpty')
    for (const outside of ['2018-12-23', '2018-12-25'])
      expect((await take({ way: 'phone', day: outside, wrote: '好' })).body.code).toBe('commentDayOutside')
    // No line of the trail for what came by the site.
    const kinds = (await office!.trail()).map(({ kind }) => kind)
    expect(kinds.filter(kind => kind === 'commentTaken')).toHaveLength(1)
  })

  test('a problem that a comment points to becomes a draft of the problem list, without anything personal; the list once sent is published', async () => {
    const { committee, publication, act, release } = await openDemo(await open())
    await committee.ask(`PUT ${AT}`, { body: plan })
    await release()
    await act('release')
    const { unit } = (await publication()).units[0]!
    const at = `/public/2018/${unit}`
    await write(`${at}/comments`, {
      wrote: '办证窗口中午没有人，我叫王小明，电话13800138000。',
      name: '王小明',
    })
    const comments = async (who: Visitor = committee) =>
      (await who.ask('GET /api/years/2018/comments')).body['comments'] as {
        id: string
        problem?: { id: string; standing: string }
      }[]
    const [comment] = await comments()
    const make = (text: string) =>
      committee.ask(`POST /api/years/2018/comments/${comment!.id}/problem`, { body: { text, revision: 1 } })
    for (const personal of [
      '王小明反映窗口没有人',
      '请回电138-0013-8000',
      '５２２３０１１９９００１０１１２３４',
    ]) {
      expect((await make(personal)).body.code).toBe('commentProblemPersonal')
    }
    expect((await make('办证窗口中午无人值守')).status).toBe(200)
    expect((await make('办证窗口中午无人值守')).body.code).toBe('commentProblemTaken')
    const problem = (await comments())[0]!.problem!
    expect(problem.standing).toBe('drafted')
    // Before it is sent, the unit does not see it.
    const own = await office!.someone('danwei', [{ role: 'unit', unit }])
    expect((await comments(own))[0]!.problem).toBeUndefined()
    const kept = await committee.ask(`GET /api/years/2018/units/${unit}/problems/${problem.id}`)
    expect(kept.body).toMatchObject({ origin: 'comment', text: '办证窗口中午无人值守' })
    expect(kept.body['source']).toMatch(/^2018年12月24日的公示留言（公示页），原文指纹[0-9a-f]{64}$/)
    expect(kept.text).not.toMatch(/王小明|13800138000/)

    await act('withdraw', { reason: '加整改清单' })
    // What came in stays in the office: it says that it was withdrawn and why, and lists the comments.
    expect(await publication()).toMatchObject({
      plan: { standing: 'planned', withdrawn: { on: '2018-12-24', reason: '加整改清单' } },
      units: [{ unit, comments: 1 }],
    })
    const late = { way: 'paper', day: '2018-12-24', wrote: '迟到的一条', name: '' }
    expect((await own.ask(`POST /api/years/2018/units/${unit}/comments`, { body: late })).body.code).toBe(
      'commentBoardShut',
    )
    expect(await comments()).toHaveLength(1)
    await office!.context.database.run(
      "update problem set standing = 'drafted', sent_on = null, revision = revision + 1",
    )
    const listed = { ...plan, parts: ['rectification'], revision: 3 }
    expect((await committee.ask(`PUT ${AT}`, { body: listed })).status).toBe(200)
    expect((await act('release')).body).toMatchObject({
      code: 'publicationTooEarly',
      message: expect.stringContaining('问题清单还没有下发'),
    })
    await office!.context.database.run(
      `update problem set standing = 'inProgress', sent_on = '2018-12-24', remedy = '轮流值守', revision = revision + 1 where id = '${problem.id}'`,
    )
    expect((await act('release')).status).toBe(200)
    expect(await publication()).not.toHaveProperty('plan.withdrawn')
    const page = (await read(at)).page
    expect(page).toMatch(/办证窗口中午无人值守<\/td>\s*<td[^>]*>轮流值守<\/td>/)
    expect(page).not.toMatch(/王小明|考核等次/)
    // A plan that has not passed is not published, but how far the problem is.
    const again = async (set: string) => {
      await act('withdraw', { reason: '改正' })
      await office!.context.database.run(
        `update problem set ${set}, revision = revision + 1 where id = '${problem.id}'`,
      )
      expect((await act('release')).status).toBe(200)
      return (await read(at)).page
    }
    for (const [standing, says] of [
      ['sent', '待报整改方案'],
      ['handedIn', '整改方案审核中'],
      ['planReturned', '待报整改方案'],
    ] as const) {
      const unpassed = await again(`standing = '${standing}', deadline = '2090-12-31'`)
      expect(unpassed, standing).toContain(says)
      expect(unpassed, standing).not.toMatch(/轮流值守|2090年|正在整改/)
    }
    expect(await again("standing = 'claimed'")).toMatch(/轮流值守[\s\S]*正在整改/)
    // A problem that is taken back later stands there until the publication is released anew, and the committee is told.
    expect(await publication()).toMatchObject({ outdated: [] })
    await office!.context.database.run(
      `update problem set standing = 'dropped', objection = 'answered', revision = revision + 1 where id = '${problem.id}'`,
    )
    expect((await publication()).outdated).toHaveLength(1)
    expect((await committee.ask('GET /api/years/2018/due')).text).toContain('公示中还有已撤下的问题')
    expect((await publication(own)).outdated).toEqual([])
    await office!.context.database.run(
      `update problem set standing = 'inProgress', objection = 'none', revision = revision + 1 where id = '${problem.id}'`,
    )
    const other = (await publication()).units[1]!.unit
    expect((await read(`/public/2018/${other}`)).page).toContain('没有下发给这个单位的问题')
  })
})
