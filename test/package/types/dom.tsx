// Plain DOM. Lines that end in the word are those a type checker has to refuse.
import type {Summit, SummitErrorCode} from 'summit-embeds';
import 'summit-embeds/define.js';

declare const summit: Summit;
const box = document.createElement('summit-fact-box');
box.facts = ['who', 'what'];
box.headingLevel = 2;
box.scheme = 'dark';
box.data = summit;
box.data = null;
document.querySelector('summit-region-list')!.noMap = true;

box.addEventListener('summit-error', ({code, issues, message}) => {
  const known: SummitErrorCode = code;
  console.log(known, message, issues[0]?.path);
});
// They bubble.
document.addEventListener('summit-change', ({added, changed, withdrawn, summit}) => console.log(added, changed, withdrawn, summit.title));
window.addEventListener('summit-load', ({origin}) => console.log(origin === 'src'));

box.facts = 3; // wrong
box.scheme = 'blue'; // wrong
box.headng = 'A heading'; // wrong
box.data = {title: 'No summit'}; // wrong
box.data = {...summit, claims: [{...summit.claims[0]!, certainty: 'sure'}]}; // wrong
box.addEventListener('summit-error', ({codes}) => console.log(codes)); // wrong
box.addEventListener('summit-error', ({code}) => code === 'nothing'); // wrong
document.querySelector('summit-fact-box')!.noMap = true; // wrong
