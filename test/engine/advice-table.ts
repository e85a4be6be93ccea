import type { Evaluation } from '../../src/engine/evaluate.ts';
import type { CeilingCause, ObjectiveAdvice } from '../../src/model/advice.ts';

/** Advice as a table for readers, one line for each objective. */
export function adviceTable({ advice }: Evaluation): string {
  const rows = [
    ['#', 'score', 'ceiling', 'causes', 'control', 'target', 'stance', 'rule'],
    ...advice.objectives.map(cells),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  const key =
    'Causes: [binding], (hedged), *overtaken, others later; ~ assumed from a section principle. † agreed standard.';
  return `${[`Advice for ${advice.period}, based on ${advice.basedOn}`, key, '', ...lines.map((line) => line.trimEnd())].join('\n')}\n`;
}

function cells(advice: ObjectiveAdvice): readonly string[] {
  if (advice.state !== 'scored') return [String(advice.objective), advice.state, '', '', '', '', '', ''];
  const { score, ceiling, target } = advice;
  return [
    String(advice.objective),
    `${score.label}${score.agreedStandard ? '†' : ''}`,
    String(ceiling.level),
    ceiling.causes.map(cause).join(' '),
    ceiling.control ?? '',
    target.openLevel === null ? String(target.level) : `${target.level} (${target.openLevel})`,
    target.stance,
    target.rule,
  ];
}

function cause({ cause, level, binding, strength, overtaken, assumed }: CeilingCause): string {
  const text = `${cause} ${level}${assumed ? '~' : ''}`.replace(' ', ':');
  if (binding) return `[${text}]`;
  if (strength === 'hedged') return `(${text})`;
  return overtaken ? `*${text}` : text;
}
