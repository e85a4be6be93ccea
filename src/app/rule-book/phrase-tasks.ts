import type { Pack } from '../../pack/pack.ts';

/** What a set of phrases does beside what rules ask of it. */
export interface PhraseTask {
  readonly set: string;
  /** A sentence without its full stop. */
  readonly task: string;
}

/** What the pack gives sets of phrases to do outside its rules, in the order of its files. */
export function phraseTasks({ reading, followUp, challenges }: Pack): readonly PhraseTask[] {
  const { markers, moments } = reading;
  return [
    { set: markers.criterion, task: 'It begins the words of the standard, which are not read as a comment' },
    { set: markers.requirement, task: 'It says what a level asks for, which is not a limit' },
    { set: markers.noFurtherAction, task: 'It is a decision to stay' },
    { set: markers.carriedForward, task: 'It says that something is carried forward' },
    { set: markers.asPrevious, task: 'It takes over the comment of the period before' },
    { set: markers.agreedStandard, task: 'It gives a level that was agreed in place of a comment' },
    { set: reading.contrast, task: 'Here a sentence turns: what stands before and after is read apart' },
    ...(reading.holdsTogether === undefined
      ? []
      : [{ set: reading.holdsTogether, task: 'Its words of contrast do not turn a sentence' }]),
    { set: reading.levelMention, task: 'It names a level' },
    { set: moments.until, task: 'It says until when a limit holds' },
    { set: moments.reviewBy, task: 'It says when something is looked at again' },
    { set: moments.waitsOn, task: 'It says what something waits for' },
    { set: followUp.says.done, task: 'It says that an action was done' },
    { set: followUp.says.carriedOn, task: 'It says that an action goes on, or is still to come' },
    { set: followUp.says.changed, task: 'It says that an action went another way' },
    { set: followUp.takesUp, task: 'It begins an action that takes up the sentence before it' },
    { set: challenges.firm, task: 'It stands in a standard that asks for something firm' },
    { set: challenges.weakened, task: 'It stands in a comment that holds something less' },
    { set: challenges.promise, task: 'It announces something' },
  ];
}
