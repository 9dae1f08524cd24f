import {ChangeDetectionStrategy, Component, CUSTOM_ELEMENTS_SCHEMA, signal} from '@angular/core';
import type {SummitErrorEvent, SummitLoadEvent} from 'summit-embeds';
import {lakeTalks} from './lake-talks';

@Component({
  selector: 'app-root',
  changeDetection: ChangeDetectionStrategy.OnPush,
  // Lets tags with a hyphen stand in the template that are no components of Angular.
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <main>
      <h1>Summit boxes in Angular</h1>

      <summit-fact-box id="own" [data]="lakeTalks" (summit-load)="tellShown($event)" />
      <p role="status">{{ shown() }}</p>

      <summit-goal-comparison id="comparison" />
      <summit-region-list id="regions" />

      <summit-fact-box id="missing" src="/data/missing.json" (summit-error)="tellFailed($event)">
        The short version, for when there is no more.
      </summit-fact-box>
      <p role="status">{{ failed() }}</p>
    </main>
  `,
})
export class App {
  protected readonly lakeTalks = lakeTalks;
  protected readonly shown = signal('');
  protected readonly failed = signal('');

  protected tellShown({summit, origin}: SummitLoadEvent) {
    this.shown.set(`On screen: ${summit.title}, from ${origin}`);
  }

  protected tellFailed({code}: SummitErrorEvent) {
    this.failed.set(`Could not be shown: ${code}`);
  }
}
