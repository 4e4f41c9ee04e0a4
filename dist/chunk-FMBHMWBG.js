import{a as re,c as ne}from"./chunk-ORBCHQVQ.js";import{h as te,i as oe}from"./chunk-T2O55JST.js";import{a as ee}from"./chunk-X4Q7RZS7.js";import{a as Q}from"./chunk-QQMXGLYJ.js";import{a as S}from"./chunk-IW7JTAAY.js";import{a as X}from"./chunk-IXF77K47.js";import{r as F}from"./chunk-AC3PZ463.js";import{c as Y,f as J}from"./chunk-L3CFSKPR.js";import"./chunk-Q4MQWRXN.js";import"./chunk-2ILN36Z2.js";import"./chunk-BG7AKBLX.js";import{i as G}from"./chunk-TTHUBS2R.js";import{d as O}from"./chunk-I4UHHYMW.js";import"./chunk-AJJB54J4.js";import"./chunk-S7TAXKVA.js";import"./chunk-WPYY3Z4H.js";import"./chunk-7L6B7ZWC.js";import{a as Z}from"./chunk-FCYNE2IG.js";import"./chunk-E5LJVWER.js";import"./chunk-CJT2FZN5.js";import"./chunk-BNTI2HSK.js";import"./chunk-PFBTMBQF.js";import{g as U,j as W,k as B,s as H}from"./chunk-V6GC6XIQ.js";import{G as P,J as L}from"./chunk-EQYQIS6R.js";import{b as z,c as K,d as V}from"./chunk-FR3IOHQ6.js";import"./chunk-NFJDKJ6L.js";function h(e){return t=>t.record.kind===e}function f({placed:e,record:t}){return t.kind==="unrecognised"?e.storedAt:Date.parse(t.evidence.event_time)}function M({placed:e,slotDigest:t}){let{stream:o,name:r,digest:i,slot:s,position:a}=e;return{record:i,key:W(o,r),stream:o,slot:s,position:a,slotDigest:t}}function ie(e){let{record:t}=e;return t.kind==="unrecognised"?{kind:`not recognised: ${t.predicateType}`,at:f(e),outcome:null,proof:M(e)}:{kind:t.kind,at:f(e),outcome:Ae[t.evidence.outcome],proof:M(e)}}var Ae={pass:"passed",fail:"failed",error:"ended in an error",skipped:"skipped",bypassed:"bypassed",n_a:"nothing was judged"};function ae(e){return e.flatMap(({change:o,evidence:r})=>r.filter(h("change.approval")).flatMap(({record:i})=>i.details.approvals.map(({id:s,roles:a,state:l,at:d,commit:p,counted:c})=>({person:s,roles:a,state:`${Ie[l]}${l==="approved"&&!c?", did not count":""}`,counted:c,at:Date.parse(d),commit:p,change:{title:o.title,anchor:o.anchor}})))).sort((o,r)=>o.at-r.at)}var Ie={approved:"approved",changes_requested:"asked for changes",commented:"commented",dismissed:"dismissed",pending:"not submitted"};function se(e,t){return Object.fromEntries(Object.entries(e).map(([o,r])=>[o,qe(r,t)]))}function qe(e,t){return typeof e=="string"?t.get(e)??e:typeof e=="boolean"?e?"yes":"no":typeof e!="object"?e:`[text ${L(e.sha256).slice(0,12)}, ${e.length} bytes]`}function ce(e,t,o){let r=e.filter(h("policy.decision"));return r.map((i,s)=>{let a=t.filter(l=>_e(l,i));return{decided:i,evidence:a,change:je(i,s,r,a,o)}})}function _e({placed:e,record:t},{placed:o,record:r}){if(e.digest===o.digest)return!0;if(t.kind==="unrecognised"||e.stream!==o.stream||t.kind==="policy.decision")return!1;if(t.kind==="sbom"&&t.details.built_from?.commit===r.details.subject.head)return r.details.decision==="allow";if((t.kind==="deployment"||t.kind==="change.merged")&&t.details.decision===o.digest)return!0;let{run_id:i,run_attempt:s}=t.evidence;return i!==null&&i===r.evidence.run_id&&s===r.evidence.run_attempt}function je(e,t,o,r,i){let{details:s,evidence:a}=e.record;return{anchor:`change-${t+1}`,title:Ne(e,o),commit:s.subject.head,base:s.subject.base,decidedAt:f(e),outcome:s.decision,cause:s.cause,error:s.error===null?null:s.error.code,facts:a.facts,rules:s.rules.map(l=>ze(l,e,i)).sort(Le),evidence:r.map(ie),retentionYears:s.configuration.retention_years,policy:s.policy.sha256,input:s.input.sha256}}var le={pull_request:"Pull request",merge_group:"Merge group",deployment:"Deployment"};function Ne(e,t){let{kind:o,number:r,repository:i}=e.record.details.subject,s=r===null?le[o]:`${le[o]} ${r}`,a=t.filter(({record:{details:l}})=>{let{subject:d}=l;return d.kind===o&&d.repository===i&&(r===null?d.head===e.record.details.subject.head:d.number===r)});return a.length<2?s:`${s}, decision ${a.indexOf(e)+1} of ${a.length}`}var de=["fail","unknown","waived","pass","not_applicable"],Le=(e,t)=>de.indexOf(e.status)-de.indexOf(t.status);function ze(e,{record:t},o){let{id:r,status:i,mode:s,exception:a,controls:l,reasons:d}=e,p=new Map(t.details.people.map(m=>[m.label,Ke(m.id)])),c=t.details.waivers.find(m=>m.exception===a&&m.rule===r);return{id:r,title:o.rules.find(m=>m.id===r)?.title??"a rule of an older or newer policy",status:i,mode:s,controls:l,reasons:d.map(({code:m,params:$})=>G(o,r,{code:m,params:se($,p)})),exception:a===null||c===void 0?a:`${a}, ${c.days_left} days left`}}var Ke=e=>e.replace(/^person:([0-9a-f]{12})[0-9a-f]*$/,"person $1");function pe(e,t){let o=e.flatMap(i=>i.rules.flatMap(s=>s.controls.map(a=>({id:a,rule:s}))));return[...new Set(o.map(({id:i})=>i))].filter(i=>t===null||i===t).sort(Fe).map(i=>{let s=o.filter(l=>l.id===i).map(({rule:l})=>l),a=l=>s.filter(d=>d.status===l).length;return{control:i,title:O(i)?.title??null,rules:[...new Set(s.map(l=>l.id))].sort(),passed:a("pass"),failed:a("fail"),waived:a("waived"),unknown:a("unknown"),notApplicable:a("not_applicable")}})}var Ve=new Intl.Collator("en",{numeric:!0}),Fe=(e,t)=>Ve.compare(e,t);function me(e){return e.filter(h("change.bypass")).map(Ue)}function Ue(e){let{evidence:t,details:o}=e.record,{commit:r,reason:i,state:s,exception:a,pull_request:l,pushed_by:d}=o,p=l===null?`Commit ${r.slice(0,12)}`:`Pull request ${l}`;return{kind:s==="excepted"?"exception-used":"bypass",title:s==="excepted"?`${a} covers a bypass: ${p}`:`${p} ${We[s]}`,details:[`${i}: ${Be.get(i)??"a reason of an older or newer version"}`,`commit ${r}, tree ${o.tree}`,...o.expected_tree===null?[]:[`expected tree ${o.expected_tree}`],...d===null?[]:[`pushed by ${d}`]],at:f(e),controls:t.control_refs.map(c=>c.slice(c.indexOf("/")+1)),anchor:null}}var We={bypass:"reached a protected branch past the gate",unverified:"could not be verified after it landed"},Be=new Map(Object.entries({...te,...oe}));function ue(e,t,o){return e.filter(h("run.intent")).flatMap(r=>He(r,t,o))}function He(e,t,o){let{run:r,attempt:i,head:s,expected_kinds:a,deadline:l}=e.record.details;if(Date.parse(l)>o)return[];let d=new Set(t.flatMap(c=>Ge(c,r,i)?[c.record.kind]:[])),p=a.filter(c=>!d.has(c));return p.length===0?[]:[{kind:"missing-result",title:`Run ${r}, attempt ${i}, announced what it never wrote`,details:[`missing: ${p.join(", ")}`,`commit ${s}`],at:f(e),controls:[],anchor:null}]}var Ge=({record:e},t,o)=>e.kind!=="unrecognised"&&e.evidence.run_id===t&&e.evidence.run_attempt===o;var Ye=["verification","bypass","error","denied","exception-expired","missing-result","exception-used","warned","unrecognised","facts-given"];function fe({verification:e,changes:t,shown:o,all:r,until:i}){let s=[...e.findings.filter(Je).map(Xe),...me(o),...t.flatMap(Ze),...o.filter(h("deployment")).flatMap(Qe),...ue(o,r,i),...et(o),...tt(o)],a=l=>Ye.indexOf(l.kind);return s.sort((l,d)=>a(l)-a(d)||(l.at??1/0)-(d.at??1/0))}var Je=({kind:e})=>e!=="pending"&&e!=="duplicate";function Xe({kind:e,stream:t,slot:o,position:r,key:i,detail:s,acknowledged:a}){let l=[`stream ${t}`,...o===null?[]:[`slot ${o}`],...r===null?[]:[`position ${r}`]];return{kind:"verification",title:`${e}: ${l.join(", ")}`,details:[s,i,...a===null?[]:[`acknowledged: ${a.reason}`]],at:null,controls:[],anchor:null}}function Ze({change:e,decided:t}){let o={at:e.decidedAt,anchor:e.anchor},r=e.rules.filter(({status:a,mode:l})=>l==="enforce"&&(a==="fail"||a==="unknown")),i=e.rules.filter(({status:a,mode:l})=>l!=="enforce"&&(a==="fail"||a==="unknown")),s=e.rules.filter(({id:a,status:l})=>a==="exceptions.validity"&&l==="fail");return[...e.outcome==="deny"?[{...o,kind:e.cause==="error"?"error":"denied",title:e.title,...T(r,e.error)}]:[],...s.length===0?[]:[{...o,kind:"exception-expired",title:`${e.title}: an exception did not hold`,...T(s)}],...i.length===0?[]:[{...o,kind:"warned",title:`${e.title}: failed, and did not stand in the way`,...T(i)}],...t.record.details.waivers.map(({exception:a,rule:l,days_left:d})=>({...o,kind:"exception-used",title:`${a} waives ${l}`,details:[`used for ${e.title}; ${d} ${d===1?"day was":"days were"} left`],controls:e.rules.find(({id:p})=>p===l)?.controls??[]}))]}function T(e,t=null){return{details:[...t===null?[]:[t],...e.map(({id:o,status:r,reasons:i})=>`${o}: ${i.length===0?r:i.join("; ")}`)],controls:[...new Set(e.flatMap(({controls:o})=>o))]}}function Qe(e){let{environment:t,digest:o,status:r}=e.record.details;return r!=="refused"&&r!=="failed"&&r!=="cancelled"?[]:[{kind:"denied",title:`Deployment to ${t} ${r}`,details:[o],at:f(e),controls:[],anchor:null}]}function et(e){let t=e.filter(h("unrecognised"));if(t.length===0)return[];let o=[...new Set(t.map(({record:i})=>i.predicateType))];return[{kind:"unrecognised",title:`${t.length} ${t.length===1?"record":"records"} of a kind that this version cannot read`,details:o,at:null,controls:[],anchor:null}]}function tt(e){let t=e.filter(({record:r})=>r.kind!=="unrecognised"&&r.evidence.facts==="given").length;return t===0?[]:[{kind:"facts-given",title:`${t} ${t===1?"record rests":"records rest"} on facts that were handed over in a file`,details:["facts given, not read: nobody asked the platform itself whether they are true"],at:null,controls:[],anchor:null}]}var ot="artifact",rt={cyclonedx:"CycloneDX",spdx:"SPDX"};function ge(e,t){let o=e.filter(h("sbom")),r=e.filter(h("deployment"));return[...new Set([...o.map(({record:s})=>s.details.artifact),...r.map(({record:s})=>s.details.digest)])].map((s,a)=>{let l=o.filter(({record:c})=>c.details.artifact===s),d=r.filter(({record:c})=>c.details.digest===s),p=[...l,...d].flatMap(({record:c})=>c.subject.flatMap(({name:m})=>m===void 0||m===ot?[]:[m]));return{anchor:`image-${a+1}`,digest:s,names:[...new Set(p)],sboms:l.map(c=>{let{format:m,format_version:$,component_count:E,document:u}=c.record.details;return{format:`${rt[m]} ${$}`,components:E,document:u,at:f(c),proof:M(c)}}),commits:nt(l,t),deployments:d.map(c=>{let{environment:m,status:$}=c.record.details;return{environment:m,outcome:$,at:f(c),proof:M(c)}})}})}function nt(e,t){return[...new Map(e.flatMap(({record:r})=>r.details.built_from===null?[]:[[r.details.built_from.commit,r.details.built_from.claimed_by]]))].map(([r,i])=>{let s=t.findLast(({change:a})=>a.commit===r&&a.outcome==="allow");return{commit:r,saidBy:`claimed by ${i}`,change:s?.change.anchor??null}})}function A(e,t,o,{control:r,from:i,to:s}={}){let a=e.filter(u=>f(u)>=(i??-1/0)&&f(u)<(s??1/0)),l=ce(a,e,o),d=r===void 0?l:l.flatMap(u=>it(u,r)),p=r===void 0?a:a.filter(u=>at(u,r,d)),c=p.map(f),m=ae(d),$={ledger:t.ledger,assurance:t.assurance,streams:t.streams.map(({stream:u})=>u),control:r??null,asked:{from:i??null,to:s??null},covered:c.length===0?null:{from:Math.min(...c),to:Math.max(...c)},recordsShown:p.length,recordsInLedger:e.length},E=Math.min(s??1/0,Math.max(0,...e.map(f)));return{scope:$,verification:lt(t),deviations:fe({verification:t,changes:d,shown:p,all:e,until:E}),changes:d.map(({change:u})=>u),images:ge(p,d),approvals:m,coverage:pe(d.map(({change:u})=>u),r??null),people:new Set(m.filter(({counted:u})=>u).map(({person:u})=>u)).size}}function it(e,t){let o=e.change.rules.filter(({controls:r})=>r.includes(t));return o.length===0&&e.change.cause==="rules"?[]:[{...e,change:{...e.change,rules:o}}]}function at({placed:e,record:t},o,r){return r.some(({evidence:i})=>i.some(s=>s.placed.digest===e.digest))?!0:t.kind!=="unrecognised"&&t.evidence.control_refs.some(i=>i.endsWith(`/${o}`))}var st={allow:"verified",deny:"tampered",invalid:"nothing-checked",unavailable:"unavailable",tampered:"tampered"};function lt({outcome:e,trust:t,streams:o}){return{outcome:t.startsWith("none")&&e==="allow"?"consistent":st[e],trust:t,streams:o.map(r=>({stream:r.stream,slots:r.slots,records:r.verified+r.consistent,states:dt.filter(i=>r[i]>0).map(i=>`${r[i]} ${i}`)}))}}var dt=["altered","missing","extra","unsigned","hidden","void","unreadable","duplicate","pending"];function he(e){return e.replace(ct,t=>pt[t]??`\\u{${(t.codePointAt(0)??0).toString(16)}}`)}var ct=/[&<>"'`]|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu,pt={"&":"&amp;","<":"&lt;",">":"&gt;",'"':"&quot;","'":"&#39;","`":"&#96;"};var x=class{text;constructor(t){this.text=t}};function n(e,...t){return new x(e.reduce((o,r,i)=>o+ye(t[i-1]??null)+r))}function ye(e){return e===null?"":e instanceof x?e.text:typeof e=="object"?e.map(ye).join(""):he(String(e))}var y=e=>n`<code class="whole">${e}</code>`;function k(e){let t=e.slice(e.indexOf(":")+1);return t.length<=12?n`<code>${t}</code>`:n`<code title="${e}">${t.slice(0,12)}</code>`}function R(e,t,o){return n`<table role="table">
    <caption>
      ${e}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${t.map(r=>n`<th role="columnheader" scope="col" ${I(r)}>${r.head}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${o.map(r=>n`<tr role="row">
            ${t.map(i=>mt(i,r))}
          </tr> `)}
    </tbody>
  </table>`}function mt(e,t){let o=e.head,r=n`<span class="value">${e.cell(t)}</span>`;return e.names===!0?n`<th role="rowheader" scope="row" data-label="${o}" ${I(e)}>${r}</th>`:n`<td role="cell" data-label="${o}" ${I(e)}>${r}</td>`}var I=e=>e.numeric===!0?n` class="number"`:null;function g(e){let t=new Date(e).toISOString();return n`<time datetime="${t}">${t.slice(0,10)} ${t.slice(11,19)} UTC</time>`}function v({id:e,title:t,lead:o,body:r}){return n`<section id="${e}" aria-labelledby="${e}-title">
    <h2 id="${e}-title">${t}</h2>
    <p class="lead">${o}</p>
    ${r}
  </section> `}function ve({approvals:e}){return v({id:"approvals",title:"Approvals",lead:e.length===0?"No approval is among the records shown.":"People appear under keyed pseudonyms: the same one is the same person within this ledger. Names are resolved outside it, for sampled rows only.",body:e.length===0?null:R("Approvals, in order of time",ut,e)})}var ut=[{head:"Person",names:!0,cell:e=>k(e.person)},{head:"Roles then",cell:e=>e.roles.length===0?"none":e.roles.join(", ")},{head:"Review",cell:e=>e.state},{head:"Time",cell:e=>g(e.at)},{head:"On commit",cell:e=>e.commit===null?"not stated":k(e.commit)},{head:"Change",cell:e=>e.change.anchor===null?e.change.title:n`<a href="#${e.change.anchor}">${e.change.title}</a>`}];function b(e,t,o=`${t}s`){return`${e===0?"no":e.toLocaleString("en-GB")} ${e===1?t:o}`}var ft=16;function C(e){let t=`v1/segments/${e.stream}/${String(e.slot).padStart(ft,"0")}`,o=[be(e.key,e.record),...e.slotDigest===null?[]:[be(t,e.slotDigest)]];return n`<dl class="proof">
    <div>
      <dt>Record</dt>
      <dd>${y(e.record)}</dd>
    </div>
    <div>
      <dt>Place</dt>
      <dd>stream ${e.stream}, slot ${e.slot}, position ${e.position}</dd>
    </div>
    ${e.slotDigest===null?null:n`<div>
            <dt>Slot digest</dt>
            <dd>${y(e.slotDigest)}</dd>
          </div>`}
    <div>
      <dt>By hand</dt>
      <dd>${o.map(r=>n`<pre><code>${r}</code></pre>`)}</dd>
    </div>
  </dl>`}var be=(e,t)=>`echo "${t.slice(t.indexOf(":")+1)}  ${e}" | sha256sum --check`;var gt={good:"✓",bad:"✕",caution:"▲",quiet:"–"};function w(e,t){return n`<span class="mark ${e}"><span class="shape" aria-hidden="true">${gt[e]}</span>${t}</span>`}function we({changes:e}){return v({id:"changes",title:"Changes",lead:e.length===0?"No decision about a change is among the records shown.":"Every decision in the order in which it was made: what the rules answered, the records it rests on, and how to check each by hand.",body:e.map(ht)})}function ht(e){let t=e.rules.filter(o=>o.status==="fail"||o.status==="unknown").length;return n`<article id="${e.anchor}" class="change">
<header>
<p class="kicker">${e.outcome==="allow"?w("good","Allowed"):w("bad",e.cause==="error"?"Denied: the engine failed":"Denied")} <span>${g(e.decidedAt)}</span></p>
<h3>${e.title}</h3>
<p class="commit">Commit ${y(e.commit)}</p>
${e.facts==="given"?n`<p class="given">${w("caution","facts given, not read")}</p>`:null}
${e.error===null?null:n`<p class="error">${e.error}</p>`}
</header>
<details${t>0?" open":""}><summary>Decision: ${yt(e.rules)}</summary>
${R("What each rule answered",bt,e.rules)}
<dl class="proof">
${q("Policy",e.policy)}${q("Input",e.input)}${q("To be kept",e.retentionYears===null?null:b(e.retentionYears,"year"))}
</dl></details>
<details><summary>Evidence: ${b(e.evidence.length,"record")}</summary>
${R("Records of this change",wt,e.evidence)}</details>
<details><summary>Proof: place, digest, and how to check each record by hand</summary>
<p class="note">Run these in the folder of the ledger. Each prints <code>OK</code> when the bytes are what was sealed.</p>
${e.evidence.map(o=>n`<h4>${o.kind}</h4>
      ${C(o.proof)}`)}</details>
</article>
`}var q=(e,t)=>t===null?null:n`<div>
        <dt>${e}</dt>
        <dd>${t.startsWith("sha256:")?y(t):t}</dd>
      </div>`;function yt(e){let t=r=>e.filter(i=>i.status===r).length,o=["fail","unknown","waived","pass","not_applicable"].filter(r=>t(r)>0);return o.length===0?"no rule answered":o.map(r=>`${t(r)} ${$e[r][1]}`).join(", ")}var $e={pass:["good","passed"],fail:["bad","failed"],waived:["caution","waived"],unknown:["bad","unknown"],not_applicable:["quiet","not applicable"]};function vt(e){let[t,o]=$e[e.status];return n`${w(t,o)}${e.mode==="enforce"?null:n` <span class="mode">${e.mode} only</span>`}`}var bt=[{head:"Rule",names:!0,cell:e=>n`<code>${e.id}</code><br /><span class="quiet">${e.title}</span>`},{head:"Answer",cell:vt},{head:"Why",cell:e=>e.reasons.length===0&&e.exception===null?n`<span class="quiet">${e.status==="pass"?"proved":"no reason recorded"}</span>`:n`${e.reasons.map(t=>n`<span class="reason">${t}</span>`)}${e.exception===null?null:n`<span class="reason">exception ${e.exception}</span>`}`},{head:"Controls",cell:e=>e.controls.length===0?"none":e.controls.join(", ")}],wt=[{head:"Kind",names:!0,cell:e=>n`<code>${e.kind}</code>`},{head:"Outcome",cell:e=>e.outcome??"not stated"},{head:"Time",cell:e=>g(e.at)},{head:"Slot",numeric:!0,cell:e=>e.proof.slot},{head:"Position",numeric:!0,cell:e=>e.proof.position},{head:"Digest",cell:e=>k(e.proof.record)}];function ke({scope:e}){return v({id:"checking",title:"Checking this page",lead:"Whoever can change this file can change what it says. It holds no script and asks no server; the ledger it names is what proves it.",body:n`<ol class="steps">
      <li>
        Verify the ledger again, with a trust file and a receipt that you were given another way:
        <pre><code>proofrail verify --ledger ${e.ledger} --trust trust.json --receipt receipt.json</code></pre>
      </li>
      <li>
        Make this page again from the same ledger. The same records give the same bytes:
        <pre><code>proofrail report --ledger ${e.ledger} --trust trust.json --out again.html</code></pre>
      </li>
      <li>
        <code>[text 7ceeb2f614c0, 10 bytes]</code> stands for a text of outsiders, which the ledger never keeps: the first digits
        of its SHA-256, and its length. Whoever has the text can compare.
      </li>
      <li>Check single records with <code>sha256sum</code> alone: the command stands under <em>Proof</em> of each change.</li>
    </ol>`})}import{createHash as $t}from"node:crypto";function Re(e){return`default-src 'none'; style-src 'sha256-${$t("sha256").update(e).digest("base64")}'; img-src data:; base-uri 'none'; form-action 'none'`}function xe({coverage:e}){return v({id:"coverage",title:"Coverage by control",lead:e.length===0?"No rule answered for any control in the records shown.":"How often a rule answered for each control. A control that is not listed has no evidence here; a row without a failure supports its control, and no more than that.",body:e.length===0?null:R("Answers of rules, by control",kt,e)})}var kt=[{head:"Control",names:!0,cell:e=>n`<strong>${e.control}</strong>${e.title===null?null:n`<br /><span class="quiet">${e.title}</span>`}`},{head:"Rules",cell:e=>e.rules.map(t=>n`<code class="rule">${t}</code>`)},{head:"Passed",numeric:!0,cell:e=>e.passed},{head:"Failed",numeric:!0,cell:e=>e.failed},{head:"Waived",numeric:!0,cell:e=>e.waived},{head:"Unknown",numeric:!0,cell:e=>e.unknown},{head:"Not applicable",numeric:!0,cell:e=>e.notApplicable}];function Se({deviations:e,scope:t}){return v({id:"deviations",title:"Deviations",lead:Rt(e.length,t.recordsShown),body:e.length===0?null:n`<ol class="deviations">
            ${e.map(St)}
          </ol>`})}function Rt(e,t){return e>0?`${b(e,"deviation")}, the gravest first. A denial means that the control worked; it is listed because somebody should ask why.`:t===0?"No record was found, so no deviation could be found either. This is not a result: it says that nothing was looked at.":"None in the records shown. A period without any deviation deserves a question too: is everything recorded?"}var xt={verification:["bad","Verification"],bypass:["bad","Bypass"],error:["bad","Decision failed"],denied:["bad","Denied"],"missing-result":["caution","No result"],"exception-expired":["bad","Exception not valid"],"exception-used":["caution","Exception used"],warned:["caution","Warned only"],unrecognised:["caution","Not recognised"],"facts-given":["caution","Facts given, not read"]};function St(e){let[t,o]=xt[e.kind];return n`<li class="${t}">
    <p class="kicker">${w(t,o)}${e.at===null?null:n` <span>${g(e.at)}</span>`}</p>
    <h3>${e.anchor===null?e.title:n`<a href="#${e.anchor}">${e.title}</a>`}</h3>
    ${e.details.length===0?null:n`<ul>
            ${e.details.map(r=>n`<li>${r}</li>`)}
          </ul>`}
    ${e.controls.length===0?null:n`<p class="controls">Touches ${e.controls.join(", ")}</p>`}
  </li> `}function Me({images:e}){return v({id:"images",title:"Images",lead:e.length===0?"No record names an image digest.":"From what runs back to who allowed it. A link is as strong as the one who made it, so each says who did.",body:e.map(Mt)})}function Mt({anchor:e,digest:t,names:o,sboms:r,commits:i,deployments:s}){return n`<article id="${e}" class="image">
    <h3>${o.length===0?n`Image ${k(t)}`:o.join(", ")}</h3>
    <ol class="chain">
      <li>
        <span class="link">Digest</span>
        <div>${y(t)}</div>
      </li>
      <li>
        <span class="link">Bill of materials</span>
        <div>
          ${r.length===0?n`<span class="absent">none archived</span>`:r.map(a=>n`<p>
                        ${a.format},
                        ${a.components===null?"components not counted":b(a.components,"component")}, archived
                        ${g(a.at)}
                      </p>
                      <details>
                        <summary>Proof</summary>
                        <dl class="proof">
                          <div>
                            <dt>Document</dt>
                            <dd>${y(a.document)}</dd>
                          </div>
                        </dl>
                        ${C(a.proof)}
                      </details>`)}
        </div>
      </li>
      <li>
        <span class="link">Commit</span>
        <div>
          ${i.length===0?n`<span class="absent">no record links this digest to a commit</span>`:i.map(({commit:a,saidBy:l,change:d})=>n`<p>
                      ${d===null?y(a):n`<a href="#${d}">${y(a)}</a>`}
                      <span class="quiet">${l}</span
                      >${d===null?n` <span class="absent">no decision about this commit is shown</span>`:null}
                    </p>`)}
        </div>
      </li>
      <li>
        <span class="link">Deployments</span>
        <div>
          ${s.length===0?n`<span class="absent">none recorded</span>`:s.map(({environment:a,outcome:l,at:d,proof:p})=>n`<p>${a}: ${l}, ${g(d)}</p>
                      <details>
                        <summary>Proof</summary>
                        ${C(p)}
                      </details>`)}
        </div>
      </li>
    </ol>
  </article> `}function Oe(e){let{scope:t,verification:o}=e;return n`<header class="masthead">
    <p class="imprint">Proofrail <span>evidence report</span></p>
    <h1>${Ct(e)}</h1>
    <p class="period">${Pt(t)}</p>
    ${t.recordsShown===0?Tt:null} ${At(o)} ${It(e)}
    <dl class="facts">
      <div>
        <dt>Ledger</dt>
        <dd>${y(t.ledger)}</dd>
      </div>
      <div>
        <dt>${t.streams.length===1?"Stream":"Streams"}</dt>
        <dd>${t.streams.length===0?"none":t.streams.join(", ")}</dd>
      </div>
      <div>
        <dt>Assurance</dt>
        <dd>${Dt[t.assurance]}</dd>
      </div>
      <div>
        <dt>Trust</dt>
        <dd>${o.trust}</dd>
      </div>
      <div>
        <dt>Shown</dt>
        <dd>${t.recordsShown.toLocaleString("en-GB")} of ${b(t.recordsInLedger,"record")} that verify</dd>
      </div>
    </dl>
    <p class="disclaimer">
      This page supports ${t.control===null?"work on the controls it names":n`work on control ${t.control}`}. It
      is the evidence of those who ran the pipeline, not an auditor's opinion, and it says nothing about what was never recorded.
    </p>
  </header> `}function Ct({scope:{control:e},coverage:t}){if(e===null)return n`Changes, evidence and proof`;let o=t.find(r=>r.control===e)?.title??null;return n`Evidence for ${e}${o===null?null:n`<span class="name">${o}</span>`}`}function Pt({asked:e,covered:t}){let o=t===null?n`no record falls in it`:n`records from ${g(t.from)} to ${g(t.to)}`;return n`${Ot(e)}; ${o}`}var De=864e5;function Ot({from:e,to:t}){if(e===null&&t===null)return n`The whole ledger`;let o=e===null?n`From the beginning`:n`From ${Ce(e)?Pe(e):g(e)}`;return t===null?n`${o} until the last record`:n`${o} until ${Ce(t)?n`the end of ${Pe(t-De)} UTC`:n`before ${g(t)}`}`}var Ce=e=>e%De===0,Pe=e=>new Date(e).toISOString().slice(0,10),Dt={local:"local: tamper-evident by signatures; nothing on this medium prevents deletion",locked:"locked: write-once by Object Lock in COMPLIANCE mode",volatile:"volatile: kept in memory only"},Et={verified:["good","Verified","Every slot and record was read, its signature and digest checked, and its place in the chain."],consistent:["caution","Consistent only","Nothing contradicts itself, but no trust file says whose signatures count: whoever holds any key could have written all of it."],tampered:["bad","Tampered","At least one object is not what its signature or digest says. Read the deviations before anything else."],unavailable:["caution","Not fully read","Part of the ledger could not be read, so nothing can be said about that part."],"nothing-checked":["caution","Nothing checked","The ledger holds nothing to verify. That is not a good result; it is no result."]},Tt=n`<div class="verdict caution">
  <p class="word">${w("caution","Nothing to show")}</p>
  <div><p>No record falls into what was asked for. That is not a good result; it is no result.</p></div>
</div>`;function At(e){let[t,o,r]=Et[e.outcome];return n`<div class="verdict ${t}">
    <p class="word">${w(t,o)}</p>
    <div>
      <p>${r}</p>
      <ul>
        ${e.streams.map(({stream:i,slots:s,records:a,states:l})=>n`<li>
              Stream ${i}: ${b(a,"record")} in
              ${b(s,"slot")}${l.length===0?"":`; ${l.join(", ")}`}
            </li>`)}
      </ul>
    </div>
  </div>`}function It({changes:e,deviations:t,images:o,people:r}){let i=e.filter(a=>a.outcome==="allow").length,s=[[t.length,t.length===1?"deviation":"deviations"],[i,"allowed"],[e.length-i,"denied"],[o.length,o.length===1?"image":"images"],[r,r===1?"approver":"approvers"]];return n`<ul class="figures">
    ${s.map(([a,l])=>n`<li><strong>${a}</strong> ${l}</li>`)}
  </ul>`}var _=`
:root {
  color-scheme: light dark;
  --ground: #fbfaf6; --raised: #ffffff; --sunk: #f1efe8;
  --ink: #1d1c1a; --quiet: #5c5952; --rule: #d9d5ca; --link: #0b4f6c;
  --good: #17613a; --good-ground: #e6f2ea;
  --bad: #9c1c16; --bad-ground: #fbe9e6;
  --caution: #7a4b00; --caution-ground: #fbf0d9;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "Source Serif 4", Charter, Georgia, "Liberation Serif", serif;
  --sans: -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", system-ui, sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14161a; --raised: #1b1e24; --sunk: #22262d;
    --ink: #e9e6df; --quiet: #a7a39a; --rule: #363b44; --link: #8cc8e6;
    --good: #7fd0a0; --good-ground: #14291e;
    --bad: #ff9f94; --bad-ground: #331a18;
    --caution: #f0c36b; --caution-ground: #2e2512;
  }
}
* { box-sizing: border-box; }
html { background: var(--ground); color: var(--ink); font: 16px/1.55 var(--sans); text-size-adjust: 100%; scroll-padding-top: 1.5rem; }
body { margin: 0 auto; max-width: 78rem; padding: 0 clamp(1rem, 4vw, 3.5rem); overflow-wrap: break-word; }
h1, h2, h3 { font-family: var(--serif); font-weight: 600; line-height: 1.2; text-wrap: balance; margin: 0; }
p, ul, ol, dl, dd { margin: 0; padding: 0; }
ul, ol { list-style: none; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .18em; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 3px; border-radius: 2px; }
code, pre { font-family: var(--mono); font-size: .86em; }
code.whole { overflow-wrap: anywhere; user-select: all; }
time { font-variant-numeric: tabular-nums; white-space: nowrap; }
.quiet, .absent { color: var(--quiet); }
.absent { font-style: italic; }
.skip { position: absolute; left: 1rem; top: -4rem; background: var(--raised); padding: .5rem 1rem; border: 2px solid var(--link); }
.skip:focus { top: 1rem; }

.masthead { padding: clamp(2rem, 6vw, 4.5rem) 0 2.5rem; border-bottom: 1px solid var(--rule); }
.imprint { font: 600 .8rem/1 var(--sans); letter-spacing: .09em; text-transform: uppercase; }
.imprint span { color: var(--quiet); font-weight: 400; }
h1 { font-size: clamp(2.1rem, 6vw, 3.6rem); letter-spacing: -.015em; margin: 1.1rem 0 .7rem; }
h1 .name { display: block; margin-top: .3rem; font-size: .5em; font-weight: 400; letter-spacing: 0; color: var(--quiet); }
.period { font: 1.1rem/1.5 var(--serif); color: var(--quiet); max-width: 46rem; }
.verdict { display: grid; gap: .35rem 1.75rem; margin: 2rem 0; padding: 1.15rem 1.4rem; border-left: 6px solid; border-radius: 0 4px 4px 0; }
.verdict .word { font: 600 1.5rem/1.25 var(--serif); }
.verdict .word .mark { padding: 0; background: none; font: inherit; letter-spacing: 0; }
.verdict + .verdict { margin-top: -1rem; }
.verdict ul { color: var(--ink); font-size: .92rem; margin-top: .35rem; }
.verdict.good { border-color: var(--good); background: var(--good-ground); }
.verdict.bad { border-color: var(--bad); background: var(--bad-ground); }
.verdict.caution { border-color: var(--caution); background: var(--caution-ground); }
.figures { display: flex; flex-wrap: wrap; gap: .8rem 2.75rem; margin: 0 0 2rem; }
.figures li { color: var(--quiet); font-size: .92rem; }
.figures strong { display: block; font: 500 2.1rem/1.1 var(--serif); color: var(--ink); font-variant-numeric: lining-nums tabular-nums; }
.facts { display: grid; gap: .5rem; }
.facts > div, .proof > div { display: grid; grid-template-columns: minmax(5.5rem, 8rem) minmax(0, 1fr); gap: 0 1.25rem; }
dt { color: var(--quiet); }
.disclaimer { margin-top: 1.75rem; max-width: 46rem; font: italic 1.02rem/1.55 var(--serif); color: var(--quiet); }

.columns { display: block; }
nav ul { display: flex; flex-wrap: wrap; gap: .35rem 1.25rem; padding: 1rem 0; border-bottom: 1px solid var(--rule); }
nav a { text-decoration: none; padding: .25rem 0; display: inline-block; }
nav a:hover { text-decoration: underline; }
main { min-width: 0; }
section { padding: 3rem 0 1rem; }
h2 { font-size: clamp(1.6rem, 4vw, 2.1rem); letter-spacing: -.01em; }
h3 { font-size: 1.25rem; overflow-wrap: anywhere; }
h4 { margin: 1.4rem 0 .4rem; font: 600 .86rem/1.4 var(--mono); }
.lead { max-width: 46rem; margin: .55rem 0 1.6rem; color: var(--quiet); }

.mark { display: inline-flex; align-items: baseline; gap: .38em; padding: .1em .6em .12em .5em; border-radius: 3px; font: 600 .82rem/1.5 var(--sans); white-space: nowrap; }
.mark.good { color: var(--good); background: var(--good-ground); }
.mark.bad { color: var(--bad); background: var(--bad-ground); }
.mark.caution { color: var(--caution); background: var(--caution-ground); }
.mark.quiet { color: var(--quiet); background: var(--sunk); }
.shape { font-family: "DejaVu Sans", "Segoe UI Symbol", "Apple Symbols", var(--sans); font-size: .9em; }
.kicker { display: flex; flex-wrap: wrap; align-items: baseline; gap: .3rem .9rem; margin-bottom: .5rem; color: var(--quiet); font-size: .9rem; }

.deviations { counter-reset: deviation; border-top: 1px solid var(--rule); }
.deviations > li { counter-increment: deviation; position: relative; padding: 1.3rem 0 1.3rem 3.4rem; border-bottom: 1px solid var(--rule); }
.deviations > li::before { content: counter(deviation); position: absolute; left: 0; top: 1.1rem; width: 2.4rem; text-align: right; font: 500 1.7rem/1.2 var(--serif); color: var(--quiet); font-variant-numeric: lining-nums tabular-nums; }
.deviations ul { margin-top: .5rem; display: grid; gap: .3rem; }
.deviations ul li { padding-left: 1.1rem; position: relative; }
.deviations ul li::before { content: "–"; position: absolute; left: 0; color: var(--quiet); }
.controls { margin-top: .6rem; color: var(--quiet); font-size: .9rem; }

.change, .image { margin: 0 0 1.75rem; padding: 1.35rem clamp(1rem, 3vw, 1.75rem); background: var(--raised); border: 1px solid var(--rule); border-radius: 5px; }
.change:target, .image:target { border-color: var(--link); box-shadow: 0 0 0 2px var(--link); }
.commit { margin-top: .35rem; color: var(--quiet); font-size: .92rem; }
.given, .error { margin-top: .6rem; }
.error { color: var(--bad); }
details { margin-top: .9rem; border-top: 1px solid var(--rule); padding-top: .75rem; }
summary { cursor: pointer; font-weight: 600; padding: .15rem 0; }
summary::marker { color: var(--quiet); }
.note { margin: .6rem 0; color: var(--quiet); font-size: .92rem; }

table { width: 100%; border-collapse: collapse; margin: .9rem 0 .4rem; font-size: .94rem; }
caption { text-align: left; color: var(--quiet); font-size: .88rem; padding-bottom: .45rem; }
thead th { text-align: left; font: 600 .78rem/1.3 var(--sans); letter-spacing: .035em; text-transform: uppercase; color: var(--quiet); border-bottom: 1.5px solid var(--ink); padding: 0 1.1rem .45rem 0; vertical-align: bottom; }
tbody th, td { text-align: left; font-weight: 400; vertical-align: top; padding: .6rem 1.1rem .6rem 0; border-bottom: 1px solid var(--rule); }
tbody tr:last-child > * { border-bottom: 0; }
th:last-child, td:last-child { padding-right: 0; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.value { display: inline-block; min-width: 0; max-width: 100%; }
.reason { display: block; }
.reason + .reason { margin-top: .3rem; }
.rule { display: block; }
.mode { color: var(--quiet); font-size: .85rem; white-space: nowrap; }

.proof { display: grid; gap: .35rem; font-size: .92rem; margin-top: .5rem; }
pre { margin: .35rem 0; padding: .75rem .9rem; background: var(--sunk); border-radius: 3px; white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.5; }
.proof code { font-size: .8rem; }
.chain { margin-top: 1rem; }
.chain > li { display: grid; grid-template-columns: minmax(6rem, 9rem) minmax(0, 1fr); gap: .2rem 1.25rem; padding: .2rem 0 1.1rem 1.4rem; border-left: 2px solid var(--rule); position: relative; }
.chain > li::before { content: ""; position: absolute; left: -6px; top: .55rem; width: 10px; height: 10px; border-radius: 50%; background: var(--raised); border: 2px solid var(--quiet); }
.chain > li:last-child { border-left-color: transparent; padding-bottom: 0; }
.chain details { border-top: 0; padding-top: 0; margin-top: .2rem; }
.link { color: var(--quiet); }
.steps { counter-reset: step; display: grid; gap: 1.1rem; max-width: 58rem; }
.steps li { counter-increment: step; position: relative; padding-left: 2.1rem; }
.steps li::before { content: counter(step) "."; position: absolute; left: 0; font-family: var(--serif); color: var(--quiet); }
footer { margin-top: 3rem; padding: 1.5rem 0 3rem; border-top: 1px solid var(--rule); color: var(--quiet); font-size: .9rem; }

@media (min-width: 48rem) {
  .verdict { grid-template-columns: auto minmax(0, 1fr); align-items: baseline; }
}
@media (min-width: 68rem) {
  .columns { display: grid; grid-template-columns: 9.5rem minmax(0, 1fr); gap: 3.5rem; }
  nav ul { position: sticky; top: 0; flex-direction: column; border: 0; padding: 3.5rem 0 0; }
}
@media (max-width: 42rem) {
  table, tbody, caption { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tbody tr { display: block; padding: .8rem 0; border-bottom: 1px solid var(--rule); }
  tbody tr:last-child { border-bottom: 0; }
  tbody th, tbody td { display: grid; grid-template-columns: 4.9rem minmax(0, 1fr); gap: .75rem; padding: .18rem 0; border: 0; text-align: left; }
  tbody th::before, tbody td::before { content: attr(data-label); color: var(--quiet); font-size: .86rem; padding-top: .1rem; }
  code { overflow-wrap: anywhere; }
  .proof > div, .chain > li { grid-template-columns: minmax(0, 1fr); }
  .facts > div { grid-template-columns: 5rem minmax(0, 1fr); gap: 0 .75rem; }
  .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(5.6rem, 1fr)); gap: .9rem .75rem; }
  .verdict { margin: 1.5rem 0; padding: 1rem 1.1rem; }
  .deviations > li { padding-left: 2.3rem; }
  .deviations > li::before { width: 1.5rem; text-align: left; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media print {
  :root { --ground: #fff; --raised: #fff; --sunk: #f4f4f4; --ink: #000; --quiet: #444; --rule: #bbb; --link: #000;
    --good: #17613a; --good-ground: #fff; --bad: #9c1c16; --bad-ground: #fff; --caution: #7a4b00; --caution-ground: #fff; color-scheme: light; }
  html { font-size: 10pt; }
  body { max-width: none; padding: 0; }
  nav, .skip { display: none; }
  .columns { display: block; }
  .mark { padding: 0; }
  h2, h3, summary, caption { break-after: avoid; }
  tr, .deviations > li, .proof > div { break-inside: avoid; }
  details::details-content { content-visibility: visible; display: block; height: auto; }
  a { text-decoration: none; }
}
`;var qt=new x(`<style>${_}</style>`),_t=[["deviations","Deviations"],["changes","Changes"],["images","Images"],["approvals","Approvals"],["coverage","Coverage"],["checking","Checking"]];function j(e){let{control:t}=e.scope;return n`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${Re(_)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <link rel="icon" href="data:," />
        <title>${t===null?"Proofrail evidence report":`${t}: Proofrail evidence report`}</title>
        ${qt}
      </head>
      <body>
        <a class="skip" href="#deviations">Skip to deviations</a>
        ${Oe(e)}
        <div class="columns">
          <nav aria-label="Contents">
            <ul>
              ${_t.map(([o,r])=>n`<li><a href="#${o}">${r}</a></li>`)}
            </ul>
          </nav>
          <main>
            ${Se(e)}${we(e)}${Me(e)}${ve(e)}${xe(e)}${ke(e)}
          </main>
        </div>
        <footer><p>Made by Proofrail from signed records. It supports an audit; it does not replace one.</p></footer>
      </body>
    </html> `.text}async function Ee(e,t,o){let r=[];for(let{stream:i}of t.streams){let s=new Map;for await(let a of H(e,i,{...o===void 0?{}:{trust:o},onFinding:()=>{}}))s.has(a.slot)||s.set(a.slot,await jt(e,a)),r.push({placed:a,record:Nt(a),slotDigest:s.get(a.slot)??null})}return r}async function jt(e,{stream:t,slot:o}){let r=await e.read(B(t,o));return r.kind==="found"?P(r.bytes):null}function Nt({statement:e,name:t}){try{return F(e,t)}catch(o){if(!(o instanceof K))throw o;return{kind:"unrecognised",predicateType:e.predicateType,subject:e.subject}}}async function ln(e,t){let o=Lt(e),r=ee(e),i=await Y(e.ledger),s=await J(i,{...r,...e.stream===void 0?{}:{stream:U(e.stream,"--stream")},onProgress:({checked:p,total:c})=>t.logger.progress(`verifying: ${p} of ${c} objects`)});if(s.outcome==="invalid")throw Kt(e);let a=await Ee(i,s,r.trust),l=A(a,s,X().manifest,o),d=j(l);return Q(e.out,d),{outcome:zt(s.outcome,l),json:{report:e.out,digest:P(d),selection:Vt(o),shown:Te(l),verification:ne(s)},text:p=>[re(s,p),"",Ft(l),"",Z(e.out)].join(`
`)}}function Lt({control:e,from:t,to:o}){if(e!==void 0&&O(e)===null)throw N("report/unknown-control","a control such as A.8.32 or CC8.1",e,"--control",'"proofrail controls" prints those that have a rule');if(t!==void 0&&o!==void 0&&t>=o)throw N("report/period","a period that begins before it ends",`${D(t)} to ${D(o)}`,"--from and --to","swap the two");return{...e===void 0?{}:{control:e},...t===void 0?{}:{from:t},...o===void 0?{}:{to:o}}}var zt=(e,{scope:t})=>t.recordsShown===0?z(["invalid",e]):e;function Kt({ledger:e}){return N("report/nothing","a ledger that holds something","nothing",e,"check the URI; a page about nothing would look like a good one")}function N(e,t,o,r,i){return new V(e,{expected:t,found:o,at:r,doThis:i})}var D=e=>new Date(e).toISOString(),Vt=({control:e,from:t,to:o})=>({control:e??null,from:t===void 0?null:D(t),to:o===void 0?null:D(o)}),Te=({scope:e,deviations:t,changes:o,images:r})=>({records:e.recordsShown,deviations:t.length,changes:o.length,images:r.length});function Ft(e){let{records:t,deviations:o,changes:r,images:i}=Te(e);return t===0?"no record falls into what was asked for: the page says so, and this is not a good result":`${S(o,"deviation")}, ${S(r,"decision")}, ${S(i,"image")} from ${S(t,"record")}`}export{ln as writeReport};
