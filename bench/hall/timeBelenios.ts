import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Processor time of belenios-tool a ballot of 40 questions with four answers each, in milliseconds. */
export interface BeleniosTimes {
  readonly version: string
  readonly make: number
  readonly check: number
  readonly count: number
}

const GRADES = ['好', '较好', '一般', '差']

/** Runs an election of belenios-tool (apt-get install belenios-tool) over so many ballots; undefined where it is not installed. */
export function timeBelenios(ballots: number): BeleniosTimes | undefined {
  if (spawnSync('belenios-tool', ['--version']).status !== 0) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'hengping-belenios-'))
  let spent = 0
  /** Runs a command of the tool and adds its processor time, as bash tells it. */
  const run = (command: string): string => {
    const { status, stdout, stderr } = spawnSync(
      'bash',
      ['-c', `TIMEFORMAT='%U %S'; set -o pipefail; time { ${command}; }`],
      { cwd: folder, encoding: 'utf8', env: { ...process.env, BELENIOS_USE_URANDOM: '1', LC_ALL: 'C' } },
    )
    if (status !== 0) throw new Error(`${command}: ${stderr}`)
    const [user, system] = stderr.trim().split('\n').at(-1)!.split(' ').map(Number)
    spent += (user! + system!) * 1000
    return stdout.trim()
  }
  const costOf = (work: () => void): number => {
    spent = 0
    work()
    return spent / ballots
  }
  const rename = (ending: string, to: string) =>
    renameSync(
      join(
        folder,
        readdirSync(folder).find(name => name.endsWith(ending))!,
      ),
      join(folder, to),
    )
  const lines = (name: string) => readFileSync(join(folder, name), 'utf8').trim().split('\n')

  const version = run('belenios-tool --version')
  const uuid = run('belenios-tool setup generate-token')
  const group = '--group BELENIOS-2048'
  const questions = Array.from({ length: 40 }, (_, at) => ({
    question: `书记${at + 1}`,
    answers: GRADES,
    min: 1,
    max: 1,
  }))
  const template = {
    name: '测评',
    description: '',
    questions,
    administrator: 'a',
    credential_authority: 'c',
  }
  writeFileSync(join(folder, 'template.json'), JSON.stringify(template))
  run(`belenios-tool setup generate-credentials --uuid ${uuid} ${group} --count ${ballots}`)
  rename('.pubcreds', 'public_creds.json')
  rename('.privcreds', 'private_creds.txt')
  run(`belenios-tool setup generate-trustee-key ${group}`)
  run('cat *.pubkey > public_keys.jsons; belenios-tool setup make-trustees')
  run(`belenios-tool setup make-election --uuid ${uuid} ${group} --template template.json`)
  run('belenios-tool archive init')
  const secrets = lines('private_creds.txt').map(line => line.split(' ').at(-1)!)
  const make = costOf(() => {
    for (const [at, secret] of secrets.entries()) {
      writeFileSync(join(folder, 'credential.txt'), secret)
      const choice = questions.map((_, line) => GRADES.map((_, grade) => Number(grade === (at + line) % 4)))
      writeFileSync(join(folder, 'choice.json'), JSON.stringify(choice))
      run(
        `belenios-tool election generate-ballot --privcred credential.txt --ballot choice.json > ballot${at}`,
      )
    }
  })
  for (const at of secrets.keys()) run(`belenios-tool archive add-event --type=Ballot < ballot${at}`)
  const check = costOf(() => void run('belenios-tool election verify'))
  const count = costOf(() => {
    run('belenios-tool archive add-event --type=EndBallots < /dev/null')
    run(
      'belenios-tool election compute-encrypted-tally | belenios-tool archive add-event --type=EncryptedTally',
    )
    run(
      'belenios-tool election decrypt --privkey *.privkey --trustee-id 1 | belenios-tool archive add-event --type=PartialDecryption',
    )
    run('belenios-tool election compute-result | belenios-tool archive add-event --type=Result')
  })
  rmSync(folder, { recursive: true, force: true })
  return { version, make, check, count }
}
