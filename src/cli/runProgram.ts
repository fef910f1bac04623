import { CommanderError, InvalidArgumentError, Option } from 'commander'
import { isDay } from '../domain/kernel/calendar.ts'
import { engineVersion } from '../files/engineVersion.ts'
import { ChineseCommand } from './chineseCommand.ts'
import { EXIT_CODES, type ExitCode } from './exitCode.ts'
import type { Io } from './io.ts'
import type { DatabaseOptions } from './openNamedDatabase.ts'
import type { RecountOptions } from './recount.ts'

/** Runs the command line: parses the arguments (without node and script), runs one command and returns the exit code. Help goes to `out`, usage errors to `err`. */
export async function runProgram(args: readonly string[], io: Io): Promise<ExitCode> {
  let exit: ExitCode = 0
  const program = buildProgram(io, code => {
    exit = code
  })
  try {
    await program.parseAsync([...args], { from: 'user' })
    return exit
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return error.exitCode === 0 ? 0 : 2
  }
}

interface CommonOptions {
  readonly quiet?: boolean
  readonly today?: string
}

function buildProgram(io: Io, settle: (code: ExitCode) => void): ChineseCommand {
  const program = new ChineseCommand('hengping')
  program
    .description('衡评：按方案对一年的事实计分、排名并逐项说明，每个数都能查到条款、规则、口径和依据。')
    .usage('<命令> [选项]')
    .version(engineVersion(), '-V, --version', '显示版本')
    .helpCommand('help [命令]', '显示某个命令的帮助')
    .exitOverride()
    .configureOutput({
      writeOut: text => io.out(text.trimEnd()),
      writeErr: text => io.err(text.trimEnd()),
      getOutHelpWidth: () => 100,
      getErrHelpWidth: () => 100,
    })
    .addHelpText(
      'after',
      `\n${EXIT_CODES}\n\n先运行 hengping demo 看一个演示年度；每个命令加 --help 看说明。`,
    )
  const withCommon = (options: CommonOptions): Io => ({
    ...io,
    quiet: options.quiet === true,
    today: options.today ?? io.today,
  })
  const finish =
    <O extends CommonOptions>(run: (options: O, io: Io) => Promise<ExitCode>) =>
    async (options: O): Promise<void> =>
      settle(await run(options, withCommon(options)))

  program
    .command('check')
    .description('检查方案，一次列出全部毛病，各带文件、行号、条款和改法')
    .argument('<方案>', '方案文件夹（内有 scheme.yaml、rubric.yaml）或单个文件')
    .option('--json', '以 JSON 列出，供程序读取')
    .option(...QUIET)
    .usage('<方案> [选项]')
    .action(async (scheme: string, options: CommonOptions & { json?: boolean }) => {
      const { runCheck } = await import('./check.ts')
      settle(runCheck(scheme, options, withCommon(options)) as ExitCode)
    })

  program
    .command('score')
    .description('计分排名，写出结果（JSON 或 xlsx），并显示排名表')
    .requiredOption(...SCHEME)
    .requiredOption(...FACTS)
    .option(...HISTORY)
    .option('--out <文件>', '写出结果：以 .json 或 .xlsx 结尾，可多次给出', collect)
    .option('--partial', '有行被拒绝时，用通过的行计分，并在结果中注明')
    .option('--force', '--out 的文件已存在且不是衡评结果时也覆盖')
    .option(...TODAY)
    .option(...QUIET)
    .usage('--scheme <方案> --facts <事实> [选项]')
    .action(finish(async (options, own) => (await import('./score.ts')).runScore(options, own)))

  program
    .command('explain')
    .description('逐层说明一个单位的得分：分项、行、规则、口径和依据')
    .option(...SCHEME)
    .option(...FACTS)
    .option(...HISTORY)
    .option('--results <文件>', '从 score 写出的 JSON 结果说明，代替 --scheme、--facts、--history')
    .requiredOption('--unit <单位>', '单位编号、名称或名称的一部分')
    .option('--row <行>', '只说明评分细则的一行，如 四.4')
    .option('--partial', '有行被拒绝时，用通过的行计分')
    .option(...QUIET)
    .usage('(--scheme <方案> --facts <事实> | --results <文件>) --unit <单位> [选项]')
    .action(finish(async (options, own) => (await import('./explain.ts')).runExplain(options, own)))

  program
    .command('template')
    .description('按方案写出事实填报工作簿：空白的，或用已有的事实填好的')
    .requiredOption(...SCHEME)
    .requiredOption('--out <文件>', '写到哪个 .xlsx 文件')
    .option('--facts <事实>', '用这些事实填好：.json、.yaml 或 .xlsx')
    .option('--history <历年>', '连同历年结果填好，与 --facts 同用')
    .option('--force', '文件已存在时也覆盖')
    .option(...QUIET)
    .usage('--scheme <方案> --out <文件.xlsx> [选项]')
    .action(finish(async (options, own) => (await import('./template.ts')).runTemplate(options, own)))

  program
    .command('compare')
    .description('同一批事实按两个方案计分：谁的名次、得分变了多少，由哪些权重、规则、口径引起')
    .requiredOption('--scheme <方案>', '方案，给出两次：先是原方案，后是新方案', collect)
    .requiredOption(...FACTS)
    .option(...HISTORY)
    .option('--out <文件>', '写出全部变动：以 .json 或 .csv 结尾，可多次给出', collect)
    .option('--partial', '有行被拒绝时，用通过的行比较')
    .option('--force', '文件已存在时也覆盖')
    .option(...QUIET)
    .usage('--scheme <原方案> --scheme <新方案> --facts <事实> [选项]')
    .action(finish(async (options, own) => (await import('./compare.ts')).runCompare(options, own)))

  program
    .command('verify')
    .description('复算：核对结果文件或案卷的校验值，用所带的方案和事实重新计算并逐项比较')
    .argument('<文件>', 'score 写出的 JSON 结果，或页面导出的案卷（.zip）')
    .option(...QUIET)
    .usage('<结果.json | 案卷.zip> [选项]')
    .action(async (results: string, options: CommonOptions) => {
      const { runVerify } = await import('./verify.ts')
      settle(await runVerify({ results }, withCommon(options)))
    })

  program
    .command('draw')
    .description('抽签：核验抽签记录，或用名单和种子重新抽取；不需要服务器')
    .option('--verify <记录>', '页面导出的抽签记录（.json）：重算名单指纹、种子、次序和结果')
    .option('--list <名单>', '名单文本：每行“编号、姓名、党支部”，以制表符分隔')
    .option('--seed <种子>', '骰子点数连写，或两方数字以短横相连，与 --list 同用')
    .option('--take <个数>', '抽几个，与 --list 同用', wholeNumber(1, 5000))
    .option(...QUIET)
    .usage('(--verify <记录.json> | --list <名单> --seed <种子> --take <个数>) [选项]')
    .action(finish(async (options, own) => (await import('./draw.ts')).runDraw(options, own)))

  program
    .command('recount')
    .description('重新计票：把封存的计票文件里的票重新清点一遍；公布文件能核对多少核对多少')
    .argument('<文件>', '计票文件或公布文件（.json）')
    .option('--published <文件>', '公布文件，与计票文件对照')
    .option('--fingerprint <指纹>', '会议纪要或留痕上的文件指纹')
    .option(...QUIET)
    .usage('<文件.json> [选项]')
    .action(async (file: string, options: CommonOptions & RecountOptions) => {
      const { runRecount } = await import('./recount.ts')
      settle(await runRecount(file, options, withCommon(options)))
    })

  program
    .command('backup')
    .description('备份：把数据库和附件写成一个文件，可恢复到数据文件夹或 PostgreSQL 服务器')
    .option(...DATA)
    .addOption(databaseUrl())
    .requiredOption('--out <文件>', '写到哪个文件，以 .gz 结尾')
    .option('--force', '文件已存在时也覆盖')
    .option(...QUIET)
    .usage('[--data <文件夹> | --database-url <地址>] --out <文件.gz> [选项]')
    .addHelpText('after', `\n${BACKUP_HELP}`)
    .action(finish(async (options, own) => (await import('./backup.ts')).runBackup(options, own)))

  program
    .command('restore')
    .description('恢复：把备份装入一个空的数据库，核对行数、校验值和留痕；或只检查备份文件')
    .requiredOption('--from <文件>', 'backup 写出的备份文件')
    .option(...DATA)
    .addOption(databaseUrl())
    .addOption(databaseOwnerUrl())
    .option('--check', '只检查备份文件是否完好，不恢复')
    .option(...QUIET)
    .usage('--from <文件.gz> [--data <文件夹> | --database-url <地址>] [选项]')
    .action(finish(async (options, own) => (await import('./restore.ts')).runRestore(options, own)))

  program
    .command('keys')
    .description('密钥：列出数据文件夹里民意调查的密钥，或抄成一个文件、从抄件装入，用于换一台机器恢复')
    .option(...DATA)
    .addOption(databaseUrl())
    .option('--out <文件>', '抄到哪个文件，以 .json 结尾')
    .option('--from <文件>', '从抄件装入缺少的密钥')
    .option('--force', '文件已存在时也覆盖')
    .option(...QUIET)
    .usage('[--data <文件夹>] [--out <文件.json> | --from <文件.json>] [选项]')
    .action(finish(async (options, own) => (await import('./keys.ts')).runKeys(options, own)))

  program
    .command('verify-trail')
    .description('核验留痕：重新计算导出文件或数据库中的留痕，指出被改动、缺失、错序之处')
    .argument('[文件]', '页面导出的 .ndjson；不写时核验数据库')
    .option(...DATA)
    .addOption(databaseUrl())
    .option('--root <校验值>', '另处记下的校验值（如封存结果上所印的），须在其中')
    .option(...QUIET)
    .usage('[文件 | --data <文件夹> | --database-url <地址>] [选项]')
    .action(
      async (file: string | undefined, options: CommonOptions & DatabaseOptions & { root?: string }) => {
        const { runVerifyTrail } = await import('./verifyTrail.ts')
        settle(await runVerifyTrail({ ...options, file }, withCommon(options)))
      },
    )

  program
    .command('reset-password')
    .description('在服务器上重置一个账号的口令，给出一次性口令；用于页面上无人能重置的管理账号')
    .argument('<用户名>', '登录用的用户名')
    .option(...DATA)
    .addOption(databaseUrl())
    .option(...QUIET)
    .usage('<用户名> [--data <文件夹> | --database-url <地址>]')
    .addHelpText('after', '\n用内置数据库时先停止服务。')
    .action(async (username: string, options: CommonOptions & DatabaseOptions) => {
      const { runResetPassword } = await import('./resetPassword.ts')
      settle(await runResetPassword(username, options, withCommon(options)))
    })

  program
    .command('demo')
    .description('制作演示州的一个年度，计分排名，写出事实、历年结果和结果工作簿')
    .option('--units <个数>', '单位数', wholeNumber(1, 20_000), 120)
    .option('--seed <种子>', '同一种子做出同样的年度', wholeNumber(0, 4_294_967_295), 2018)
    .option('--scheme <方案>', '方案（默认用自带的 xiangxi-2018）')
    .option('--out <文件夹>', '写到哪个文件夹', 'out/demo')
    .option(...TODAY)
    .option(...QUIET)
    .usage('[选项]')
    .action(finish(async (options, own) => (await import('./demo.ts')).runDemo(options, own)))

  return program
}

const SCHEME = ['--scheme <方案>', '方案文件夹或单个文件'] as const
const FACTS = ['--facts <事实>', '一年的事实：.json、.yaml 或 .xlsx'] as const
const HISTORY = ['--history <历年>', '历年结果：.json、.yaml 或 .xlsx；连续年度的结果运用要用到'] as const
const QUIET = ['-q, --quiet', '不显示进度和提示'] as const
const DATA = ['--data <文件夹>', '数据文件夹，与服务的 --data 相同', 'data'] as const
const BACKUP_HELP =
  '内置数据库同时只能由一个进程使用：备份数据文件夹前先停止服务。PostgreSQL 服务器不必停，得到的是开始备份那一刻的内容。'
const TODAY = ['--today <日期>', '以这一天为今天，如 2018-12-21', dayArgument] as const

/** Returns the option for the database URL; the environment is preferred, since every user of the machine can read a password among the arguments. */
function databaseUrl(): Option {
  return new Option(
    '--database-url <地址>',
    '用 PostgreSQL 服务器代替内置数据库；不写时取环境变量 DATABASE_URL',
  ).env('DATABASE_URL')
}

function databaseOwnerUrl(): Option {
  return new Option('--database-owner-url <地址>', '建表用的账号；不写时取环境变量 DATABASE_OWNER_URL').env(
    'DATABASE_OWNER_URL',
  )
}

function collect(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, value]
}

function dayArgument(text: string): string {
  if (!isDay(text)) throw new InvalidArgumentError('要写成 2018-12-21 这样的日期。')
  return text
}

function wholeNumber(least: number, most: number): (text: string) => number {
  return text => {
    const value = Number(text)
    if (!/^\d+$/.test(text) || value < least || value > most)
      throw new InvalidArgumentError(`要填 ${least} 到 ${most} 的整数。`)
    return value
  }
}
