import{a as ne,c as ie}from"./chunk-PM3GWJ65.js";import{h as oe,i as re}from"./chunk-LJR47FBL.js";import{a as ee}from"./chunk-BHKJOG63.js";import{a as te}from"./chunk-AUIBBBK3.js";import{a as S}from"./chunk-IW7JTAAY.js";import{a as Z}from"./chunk-GRQFOMFW.js";import{b as H,c as G,g as X}from"./chunk-DPHZPBAU.js";import"./chunk-ZGCE57GJ.js";import"./chunk-RRCRZFVK.js";import{f as Y}from"./chunk-Q4ON3SBY.js";import"./chunk-5HWCJIT4.js";import"./chunk-E7D4NUJ2.js";import{d as O}from"./chunk-B3OLWXIL.js";import{y as J}from"./chunk-ULKS6PXC.js";import"./chunk-E5LJVWER.js";import{a as Q}from"./chunk-FCYNE2IG.js";import"./chunk-CJT2FZN5.js";import"./chunk-BNTI2HSK.js";import"./chunk-Q6F42WJH.js";import{g as V,j as F,k as U,v as W}from"./chunk-MXZWDMVW.js";import{c as P,f as K}from"./chunk-SGRUFFLM.js";import{a as L,b as z,g as B}from"./chunk-UNAYXBMW.js";import"./chunk-NFJDKJ6L.js";function h(e){return t=>t.record.kind===e}function f({placed:e,record:t}){return t.kind==="unrecognised"?e.storedAt:Date.parse(t.evidence.event_time)}function M({placed:e,slotDigest:t}){let{stream:o,name:r,digest:a,slot:s,position:n}=e;return{record:a,key:F(o,r),stream:o,slot:s,position:n,slotDigest:t}}function ae(e){let{record:t}=e;return t.kind==="unrecognised"?{kind:`not recognised: ${t.predicateType}`,at:f(e),outcome:null,proof:M(e)}:{kind:t.kind,at:f(e),outcome:Ie[t.evidence.outcome],proof:M(e)}}var Ie={pass:"passed",fail:"failed",error:"ended in an error",skipped:"skipped",bypassed:"bypassed",n_a:"nothing was judged"};function se(e){return e.flatMap(({change:o,evidence:r})=>r.filter(h("change.approval")).flatMap(({record:a})=>a.details.approvals.map(({id:s,roles:n,state:d,at:l,commit:p,counted:c})=>({person:s,roles:n,state:`${qe[d]}${d==="approved"&&!c?", did not count":""}`,counted:c,at:Date.parse(l),commit:p,change:{title:o.title,anchor:o.anchor}})))).sort((o,r)=>o.at-r.at)}var qe={approved:"approved",changes_requested:"asked for changes",commented:"commented",dismissed:"dismissed",pending:"not submitted"};function de(e,t){return Object.fromEntries(Object.entries(e).map(([o,r])=>[o,_e(r,t)]))}function _e(e,t){return typeof e=="string"?t.get(e)??e:typeof e=="boolean"?e?"yes":"no":typeof e!="object"?e:`[text ${K(e.sha256).slice(0,12)}, ${e.length} bytes]`}function pe(e,t,o){let r=e.filter(h("policy.decision"));return r.map((a,s)=>{let n=t.filter(d=>je(d,a));return{decided:a,evidence:n,change:Ne(a,s,r,n,o)}})}function je({placed:e,record:t},{placed:o,record:r}){if(e.digest===o.digest)return!0;if(t.kind==="unrecognised"||e.stream!==o.stream||t.kind==="policy.decision")return!1;let{head:a,landed:s}=r.details.subject;if(t.kind==="sbom"&&[a,s].includes(t.details.built_from?.commit??""))return r.details.decision==="allow";if((t.kind==="deployment"||t.kind==="change.merged")&&t.details.decision===o.digest)return!0;let{run_id:n,run_attempt:d}=t.evidence;return n!==null&&n===r.evidence.run_id&&d===r.evidence.run_attempt}function Ne(e,t,o,r,a){let{details:s,evidence:n}=e.record;return{anchor:`change-${t+1}`,title:Le(e,o),commit:s.subject.head,base:s.subject.base,decidedAt:f(e),outcome:s.decision,cause:s.cause,error:s.error===null?null:s.error.code,facts:n.facts,rules:s.rules.map(d=>Ke(d,e,a)).sort(ze),evidence:r.map(ae),retentionYears:s.configuration.retention_years,policy:s.policy.sha256,input:s.input.sha256}}var le={pull_request:"Pull request",merge_group:"Merge group",push:"Push",deployment:"Deployment"};function Le(e,t){let{kind:o,number:r,repository:a}=e.record.details.subject,s=r===null?le[o]:`${le[o]} ${r}`,n=t.filter(({record:{details:d}})=>{let{subject:l}=d;return l.kind===o&&l.repository===a&&(r===null?l.head===e.record.details.subject.head:l.number===r)});return n.length<2?s:`${s}, decision ${n.indexOf(e)+1} of ${n.length}`}var ce=["fail","unknown","waived","pass","not_applicable"],ze=(e,t)=>ce.indexOf(e.status)-ce.indexOf(t.status);function Ke(e,{record:t},o){let{id:r,status:a,mode:s,exception:n,controls:d,reasons:l}=e,p=new Map(t.details.people.map(m=>[m.label,Ve(m.id)])),c=t.details.waivers.find(m=>m.exception===n&&m.rule===r);return{id:r,title:o.rules.find(m=>m.id===r)?.title??"a rule of an older or newer policy",status:a,mode:s,controls:d,reasons:l.map(({code:m,params:$})=>J(o,r,{code:m,params:de($,p)})),exception:n===null||c===void 0?n:`${n}, ${c.days_left} days left`}}var Ve=e=>e.replace(/^person:([0-9a-f]{12})[0-9a-f]*$/,"person $1");function me(e,t){let o=e.flatMap(a=>a.rules.flatMap(s=>s.controls.map(n=>({id:n,rule:s}))));return[...new Set(o.map(({id:a})=>a))].filter(a=>t===null||a===t).sort(Ue).map(a=>{let s=o.filter(d=>d.id===a).map(({rule:d})=>d),n=d=>s.filter(l=>l.status===d).length;return{control:a,title:O(a)?.title??null,rules:[...new Set(s.map(d=>d.id))].sort(),passed:n("pass"),failed:n("fail"),waived:n("waived"),unknown:n("unknown"),notApplicable:n("not_applicable")}})}var Fe=new Intl.Collator("en",{numeric:!0}),Ue=(e,t)=>Fe.compare(e,t);function ue(e){return e.filter(h("change.bypass")).map(We)}function We(e){let{evidence:t,details:o}=e.record,{commit:r,reason:a,state:s,exception:n,pull_request:d,pushed_by:l}=o,p=d===null?`Commit ${r.slice(0,12)}`:`Pull request ${d}`;return{kind:s==="excepted"?"exception-used":"bypass",title:s==="excepted"?`${n} covers a bypass: ${p}`:`${p} ${Be[s]}`,details:[`${a}: ${He.get(a)??"a reason of an older or newer version"}`,`commit ${r}, tree ${o.tree}`,...o.expected_tree===null?[]:[`expected tree ${o.expected_tree}`],...l===null?[]:[`pushed by ${l}`]],at:f(e),controls:t.control_refs.map(c=>c.slice(c.indexOf("/")+1)),anchor:null}}var Be={bypass:"reached a protected branch past the gate",unverified:"could not be verified after it landed"},He=new Map(Object.entries({...oe,...re}));function fe(e,t,o){return e.filter(h("run.intent")).flatMap(r=>Ge(r,t,o))}function Ge(e,t,o){let{run:r,attempt:a,head:s,expected_kinds:n,deadline:d}=e.record.details;if(Date.parse(d)>o)return[];let l=new Set(t.flatMap(c=>Ye(c,r,a)?[c.record.kind]:[])),p=n.filter(c=>!l.has(c));return p.length===0?[]:[{kind:"missing-result",title:`Run ${r}, attempt ${a}, announced what it never wrote`,details:[`missing: ${p.join(", ")}`,`commit ${s}`],at:f(e),controls:[],anchor:null}]}var Ye=({record:e},t,o)=>e.kind!=="unrecognised"&&e.evidence.run_id===t&&e.evidence.run_attempt===o;var Je=["verification","bypass","error","denied","exception-expired","missing-result","exception-used","warned","unrecognised","facts-given"];function ge({verification:e,changes:t,shown:o,all:r,until:a}){let s=[...e.findings.filter(Xe).map(Ze),...ue(o),...t.flatMap(Qe),...o.filter(h("deployment")).flatMap(et),...fe(o,r,a),...tt(o),...ot(o)],n=d=>Je.indexOf(d.kind);return s.sort((d,l)=>n(d)-n(l)||(d.at??1/0)-(l.at??1/0))}var Xe=({kind:e})=>e!=="pending"&&e!=="duplicate";function Ze({kind:e,stream:t,slot:o,position:r,key:a,detail:s,acknowledged:n}){let d=[`stream ${t}`,...o===null?[]:[`slot ${o}`],...r===null?[]:[`position ${r}`]];return{kind:"verification",title:`${e}: ${d.join(", ")}`,details:[s,a,...n===null?[]:[`acknowledged: ${n.reason}`]],at:null,controls:[],anchor:null}}function Qe({change:e,decided:t}){let o={at:e.decidedAt,anchor:e.anchor},r=e.rules.filter(({status:n,mode:d})=>d==="enforce"&&(n==="fail"||n==="unknown")),a=e.rules.filter(({status:n,mode:d})=>d!=="enforce"&&(n==="fail"||n==="unknown")),s=e.rules.filter(({id:n,status:d})=>n==="exceptions.validity"&&d==="fail");return[...e.outcome==="deny"?[{...o,kind:e.cause==="error"?"error":"denied",title:e.title,...T(r,e.error)}]:[],...s.length===0?[]:[{...o,kind:"exception-expired",title:`${e.title}: an exception did not hold`,...T(s)}],...a.length===0?[]:[{...o,kind:"warned",title:`${e.title}: failed, and did not stand in the way`,...T(a)}],...t.record.details.waivers.map(({exception:n,rule:d,days_left:l})=>({...o,kind:"exception-used",title:`${n} waives ${d}`,details:[`used for ${e.title}; ${l} ${l===1?"day was":"days were"} left`],controls:e.rules.find(({id:p})=>p===d)?.controls??[]}))]}function T(e,t=null){return{details:[...t===null?[]:[t],...e.map(({id:o,status:r,reasons:a})=>`${o}: ${a.length===0?r:a.join("; ")}`)],controls:[...new Set(e.flatMap(({controls:o})=>o))]}}function et(e){let{environment:t,digest:o,status:r}=e.record.details;return r!=="refused"&&r!=="failed"&&r!=="cancelled"?[]:[{kind:"denied",title:`Deployment to ${t} ${r}`,details:[o],at:f(e),controls:[],anchor:null}]}function tt(e){let t=e.filter(h("unrecognised"));if(t.length===0)return[];let o=[...new Set(t.map(({record:a})=>a.predicateType))];return[{kind:"unrecognised",title:`${t.length} ${t.length===1?"record":"records"} of a kind that this version cannot read`,details:o,at:null,controls:[],anchor:null}]}function ot(e){let t=e.filter(({record:r})=>r.kind!=="unrecognised"&&r.evidence.facts==="given").length;return t===0?[]:[{kind:"facts-given",title:`${t} ${t===1?"record rests":"records rest"} on facts that were handed over in a file`,details:["facts given, not read: nobody asked the platform itself whether they are true"],at:null,controls:[],anchor:null}]}var rt="artifact",nt={cyclonedx:"CycloneDX",spdx:"SPDX"};function he(e,t){let o=e.filter(h("sbom")),r=e.filter(h("deployment"));return[...new Set([...o.map(({record:s})=>s.details.artifact),...r.map(({record:s})=>s.details.digest)])].map((s,n)=>{let d=o.filter(({record:c})=>c.details.artifact===s),l=r.filter(({record:c})=>c.details.digest===s),p=[...d,...l].flatMap(({record:c})=>c.subject.flatMap(({name:m})=>m===void 0||m===rt?[]:[m]));return{anchor:`image-${n+1}`,digest:s,names:[...new Set(p)],sboms:d.map(c=>{let{format:m,format_version:$,component_count:E,document:u}=c.record.details;return{format:`${nt[m]} ${$}`,components:E,document:u,at:f(c),proof:M(c)}}),commits:it(d,t),deployments:l.map(c=>{let{environment:m,status:$}=c.record.details;return{environment:m,outcome:$,at:f(c),proof:M(c)}})}})}function it(e,t){return[...new Map(e.flatMap(({record:r})=>r.details.built_from===null?[]:[[r.details.built_from.commit,r.details.built_from.claimed_by]]))].map(([r,a])=>{let s=t.findLast(({change:n,decided:d})=>{let{head:l,landed:p}=d.record.details.subject;return[l,p].includes(r)&&n.outcome==="allow"});return{commit:r,saidBy:`claimed by ${a}`,change:s?.change.anchor??null}})}function A(e,t,o,{control:r,from:a,to:s}={}){let n=e.filter(u=>f(u)>=(a??-1/0)&&f(u)<(s??1/0)),d=pe(n,e,o),l=r===void 0?d:d.flatMap(u=>at(u,r)),p=r===void 0?n:n.filter(u=>st(u,r,l)),c=p.map(f),m=se(l),$={ledger:t.ledger,assurance:t.assurance,streams:t.streams.map(({stream:u})=>u),control:r??null,asked:{from:a??null,to:s??null},covered:c.length===0?null:{from:Math.min(...c),to:Math.max(...c)},recordsShown:p.length,recordsInLedger:e.length},E=Math.min(s??1/0,Math.max(0,...e.map(f)));return{scope:$,verification:lt(t),deviations:ge({verification:t,changes:l,shown:p,all:e,until:E}),changes:l.map(({change:u})=>u),images:he(p,l),approvals:m,coverage:me(l.map(({change:u})=>u),r??null),people:new Set(m.filter(({counted:u})=>u).map(({person:u})=>u)).size}}function at(e,t){let o=e.change.rules.filter(({controls:r})=>r.includes(t));return o.length===0&&e.change.cause==="rules"?[]:[{...e,change:{...e.change,rules:o}}]}function st({placed:e,record:t},o,r){return r.some(({evidence:a})=>a.some(s=>s.placed.digest===e.digest))?!0:t.kind!=="unrecognised"&&t.evidence.control_refs.some(a=>a.endsWith(`/${o}`))}var dt={allow:"verified",deny:"tampered",invalid:"nothing-checked",unavailable:"unavailable",tampered:"tampered"};function lt({outcome:e,trust:t,streams:o}){return{outcome:t.startsWith("none")&&e==="allow"?"consistent":dt[e],trust:t,streams:o.map(r=>({stream:r.stream,slots:r.slots,records:r.verified+r.consistent,states:ct.filter(a=>r[a]>0).map(a=>`${r[a]} ${a}`)}))}}var ct=["altered","missing","extra","unsigned","hidden","void","unreadable","duplicate","pending"];function ye(e){return e.replace(pt,t=>mt[t]??`\\u{${(t.codePointAt(0)??0).toString(16)}}`)}var pt=/[&<>"'`]|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu,mt={"&":"&amp;","<":"&lt;",">":"&gt;",'"':"&quot;","'":"&#39;","`":"&#96;"};var x=class{text;constructor(t){this.text=t}};function i(e,...t){return new x(e.reduce((o,r,a)=>o+ve(t[a-1]??null)+r))}function ve(e){return e===null?"":e instanceof x?e.text:typeof e=="object"?e.map(ve).join(""):ye(String(e))}var y=e=>i`<code class="whole">${e}</code>`;function k(e){let t=e.slice(e.indexOf(":")+1);return t.length<=12?i`<code>${t}</code>`:i`<code title="${e}">${t.slice(0,12)}</code>`}function R(e,t,o){return i`<table role="table">
    <caption>
      ${e}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${t.map(r=>i`<th role="columnheader" scope="col" ${I(r)}>${r.head}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${o.map(r=>i`<tr role="row">
            ${t.map(a=>ut(a,r))}
          </tr> `)}
    </tbody>
  </table>`}function ut(e,t){let o=e.head,r=i`<span class="value">${e.cell(t)}</span>`;return e.names===!0?i`<th role="rowheader" scope="row" data-label="${o}" ${I(e)}>${r}</th>`:i`<td role="cell" data-label="${o}" ${I(e)}>${r}</td>`}var I=e=>e.numeric===!0?i` class="number"`:null;function g(e){let t=new Date(e).toISOString();return i`<time datetime="${t}">${t.slice(0,10)} ${t.slice(11,19)} UTC</time>`}function v({id:e,title:t,lead:o,body:r}){return i`<section id="${e}" aria-labelledby="${e}-title">
    <h2 id="${e}-title">${t}</h2>
    <p class="lead">${o}</p>
    ${r}
  </section> `}function be({approvals:e}){return v({id:"approvals",title:"Approvals",lead:e.length===0?"No approval is among the records shown.":"People appear under keyed pseudonyms: the same one is the same person within this ledger. Names are resolved outside it, for sampled rows only.",body:e.length===0?null:R("Approvals, in order of time",ft,e)})}var ft=[{head:"Person",names:!0,cell:e=>k(e.person)},{head:"Roles then",cell:e=>e.roles.length===0?"none":e.roles.join(", ")},{head:"Review",cell:e=>e.state},{head:"Time",cell:e=>g(e.at)},{head:"On commit",cell:e=>e.commit===null?"not stated":k(e.commit)},{head:"Change",cell:e=>e.change.anchor===null?e.change.title:i`<a href="#${e.change.anchor}">${e.change.title}</a>`}];function b(e,t,o=`${t}s`){return`${e===0?"no":e.toLocaleString("en-GB")} ${e===1?t:o}`}var gt=16;function C(e){let t=`v1/segments/${e.stream}/${String(e.slot).padStart(gt,"0")}`,o=[we(e.key,e.record),...e.slotDigest===null?[]:[we(t,e.slotDigest)]];return i`<dl class="proof">
    <div>
      <dt>Record</dt>
      <dd>${y(e.record)}</dd>
    </div>
    <div>
      <dt>Place</dt>
      <dd>stream ${e.stream}, slot ${e.slot}, position ${e.position}</dd>
    </div>
    ${e.slotDigest===null?null:i`<div>
            <dt>Slot digest</dt>
            <dd>${y(e.slotDigest)}</dd>
          </div>`}
    <div>
      <dt>By hand</dt>
      <dd>${o.map(r=>i`<pre><code>${r}</code></pre>`)}</dd>
    </div>
  </dl>`}var we=(e,t)=>`echo "${t.slice(t.indexOf(":")+1)}  ${e}" | sha256sum --check`;var ht={good:"✓",bad:"✕",caution:"▲",quiet:"–"};function w(e,t){return i`<span class="mark ${e}"><span class="shape" aria-hidden="true">${ht[e]}</span>${t}</span>`}function $e({changes:e}){return v({id:"changes",title:"Changes",lead:e.length===0?"No decision about a change is among the records shown.":"Every decision in the order in which it was made: what the rules answered, the records it rests on, and how to check each by hand.",body:e.map(yt)})}function yt(e){let t=e.rules.filter(o=>o.status==="fail"||o.status==="unknown").length;return i`<article id="${e.anchor}" class="change">
<header>
<p class="kicker">${e.outcome==="allow"?w("good","Allowed"):w("bad",e.cause==="error"?"Denied: the engine failed":"Denied")} <span>${g(e.decidedAt)}</span></p>
<h3>${e.title}</h3>
<p class="commit">Commit ${y(e.commit)}</p>
${e.facts==="given"?i`<p class="given">${w("caution","facts given, not read")}</p>`:null}
${e.error===null?null:i`<p class="error">${e.error}</p>`}
</header>
<details${t>0?" open":""}><summary>Decision: ${vt(e.rules)}</summary>
${R("What each rule answered",wt,e.rules)}
<dl class="proof">
${q("Policy",e.policy)}${q("Input",e.input)}${q("To be kept",e.retentionYears===null?null:b(e.retentionYears,"year"))}
</dl></details>
<details><summary>Evidence: ${b(e.evidence.length,"record")}</summary>
${R("Records of this change",$t,e.evidence)}</details>
<details><summary>Proof: place, digest, and how to check each record by hand</summary>
<p class="note">Run these in the folder of the ledger. Each prints <code>OK</code> when the bytes are what was sealed.</p>
${e.evidence.map(o=>i`<h4>${o.kind}</h4>
      ${C(o.proof)}`)}</details>
</article>
`}var q=(e,t)=>t===null?null:i`<div>
        <dt>${e}</dt>
        <dd>${t.startsWith("sha256:")?y(t):t}</dd>
      </div>`;function vt(e){let t=r=>e.filter(a=>a.status===r).length,o=["fail","unknown","waived","pass","not_applicable"].filter(r=>t(r)>0);return o.length===0?"no rule answered":o.map(r=>`${t(r)} ${ke[r][1]}`).join(", ")}var ke={pass:["good","passed"],fail:["bad","failed"],waived:["caution","waived"],unknown:["bad","unknown"],not_applicable:["quiet","not applicable"]};function bt(e){let[t,o]=ke[e.status];return i`${w(t,o)}${e.mode==="enforce"?null:i` <span class="mode">${e.mode} only</span>`}`}var wt=[{head:"Rule",names:!0,cell:e=>i`<code>${e.id}</code><br /><span class="quiet">${e.title}</span>`},{head:"Answer",cell:bt},{head:"Why",cell:e=>e.reasons.length===0&&e.exception===null?i`<span class="quiet">${e.status==="pass"?"proved":"no reason recorded"}</span>`:i`${e.reasons.map(t=>i`<span class="reason">${t}</span>`)}${e.exception===null?null:i`<span class="reason">exception ${e.exception}</span>`}`},{head:"Controls",cell:e=>e.controls.length===0?"none":e.controls.join(", ")}],$t=[{head:"Kind",names:!0,cell:e=>i`<code>${e.kind}</code>`},{head:"Outcome",cell:e=>e.outcome??"not stated"},{head:"Time",cell:e=>g(e.at)},{head:"Slot",numeric:!0,cell:e=>e.proof.slot},{head:"Position",numeric:!0,cell:e=>e.proof.position},{head:"Digest",cell:e=>k(e.proof.record)}];function Re({scope:e}){return v({id:"checking",title:"Checking this page",lead:"Whoever can change this file can change what it says. It holds no script and asks no server; the ledger it names is what proves it.",body:i`<ol class="steps">
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
    </ol>`})}import{createHash as kt}from"node:crypto";function xe(e){return`default-src 'none'; style-src 'sha256-${kt("sha256").update(e).digest("base64")}'; img-src data:; base-uri 'none'; form-action 'none'`}function Se({coverage:e}){return v({id:"coverage",title:"Coverage by control",lead:e.length===0?"No rule answered for any control in the records shown.":"How often a rule answered for each control. A control that is not listed has no evidence here; a row without a failure supports its control, and no more than that.",body:e.length===0?null:R("Answers of rules, by control",Rt,e)})}var Rt=[{head:"Control",names:!0,cell:e=>i`<strong>${e.control}</strong>${e.title===null?null:i`<br /><span class="quiet">${e.title}</span>`}`},{head:"Rules",cell:e=>e.rules.map(t=>i`<code class="rule">${t}</code>`)},{head:"Passed",numeric:!0,cell:e=>e.passed},{head:"Failed",numeric:!0,cell:e=>e.failed},{head:"Waived",numeric:!0,cell:e=>e.waived},{head:"Unknown",numeric:!0,cell:e=>e.unknown},{head:"Not applicable",numeric:!0,cell:e=>e.notApplicable}];function Me({deviations:e,scope:t}){return v({id:"deviations",title:"Deviations",lead:xt(e.length,t.recordsShown),body:e.length===0?null:i`<ol class="deviations">
            ${e.map(Mt)}
          </ol>`})}function xt(e,t){return e>0?`${b(e,"deviation")}, the gravest first. A denial means that the control worked; it is listed because somebody should ask why.`:t===0?"No record was found, so no deviation could be found either. This is not a result: it says that nothing was looked at.":"None in the records shown. A period without any deviation deserves a question too: is everything recorded?"}var St={verification:["bad","Verification"],bypass:["bad","Bypass"],error:["bad","Decision failed"],denied:["bad","Denied"],"missing-result":["caution","No result"],"exception-expired":["bad","Exception not valid"],"exception-used":["caution","Exception used"],warned:["caution","Warned only"],unrecognised:["caution","Not recognised"],"facts-given":["caution","Facts given, not read"]};function Mt(e){let[t,o]=St[e.kind];return i`<li class="${t}">
    <p class="kicker">${w(t,o)}${e.at===null?null:i` <span>${g(e.at)}</span>`}</p>
    <h3>${e.anchor===null?e.title:i`<a href="#${e.anchor}">${e.title}</a>`}</h3>
    ${e.details.length===0?null:i`<ul>
            ${e.details.map(r=>i`<li>${r}</li>`)}
          </ul>`}
    ${e.controls.length===0?null:i`<p class="controls">Touches ${e.controls.join(", ")}</p>`}
  </li> `}function Ce({images:e}){return v({id:"images",title:"Images",lead:e.length===0?"No record names an image digest.":"From what runs back to who allowed it. A link is as strong as the one who made it, so each says who did.",body:e.map(Ct)})}function Ct({anchor:e,digest:t,names:o,sboms:r,commits:a,deployments:s}){return i`<article id="${e}" class="image">
    <h3>${o.length===0?i`Image ${k(t)}`:o.join(", ")}</h3>
    <ol class="chain">
      <li>
        <span class="link">Digest</span>
        <div>${y(t)}</div>
      </li>
      <li>
        <span class="link">Bill of materials</span>
        <div>
          ${r.length===0?i`<span class="absent">none archived</span>`:r.map(n=>i`<p>
                        ${n.format},
                        ${n.components===null?"components not counted":b(n.components,"component")}, archived
                        ${g(n.at)}
                      </p>
                      <details>
                        <summary>Proof</summary>
                        <dl class="proof">
                          <div>
                            <dt>Document</dt>
                            <dd>${y(n.document)}</dd>
                          </div>
                        </dl>
                        ${C(n.proof)}
                      </details>`)}
        </div>
      </li>
      <li>
        <span class="link">Commit</span>
        <div>
          ${a.length===0?i`<span class="absent">no record links this digest to a commit</span>`:a.map(({commit:n,saidBy:d,change:l})=>i`<p>
                      ${l===null?y(n):i`<a href="#${l}">${y(n)}</a>`}
                      <span class="quiet">${d}</span
                      >${l===null?i` <span class="absent">no decision about this commit is shown</span>`:null}
                    </p>`)}
        </div>
      </li>
      <li>
        <span class="link">Deployments</span>
        <div>
          ${s.length===0?i`<span class="absent">none recorded</span>`:s.map(({environment:n,outcome:d,at:l,proof:p})=>i`<p>${n}: ${d}, ${g(l)}</p>
                      <details>
                        <summary>Proof</summary>
                        ${C(p)}
                      </details>`)}
        </div>
      </li>
    </ol>
  </article> `}function De(e){let{scope:t,verification:o}=e;return i`<header class="masthead">
    <p class="imprint">Proofrail <span>evidence report</span></p>
    <h1>${Pt(e)}</h1>
    <p class="period">${Ot(t)}</p>
    ${t.recordsShown===0?At:null} ${It(o)} ${qt(e)}
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
        <dd>${Et[t.assurance]}</dd>
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
      This page supports ${t.control===null?"work on the controls it names":i`work on control ${t.control}`}. It
      is the evidence of those who ran the pipeline, not an auditor's opinion, and it says nothing about what was never recorded.
    </p>
  </header> `}function Pt({scope:{control:e},coverage:t}){if(e===null)return i`Changes, evidence and proof`;let o=t.find(r=>r.control===e)?.title??null;return i`Evidence for ${e}${o===null?null:i`<span class="name">${o}</span>`}`}function Ot({asked:e,covered:t}){let o=t===null?i`no record falls in it`:i`records from ${g(t.from)} to ${g(t.to)}`;return i`${Dt(e)}; ${o}`}var Ee=864e5;function Dt({from:e,to:t}){if(e===null&&t===null)return i`The whole ledger`;let o=e===null?i`From the beginning`:i`From ${Pe(e)?Oe(e):g(e)}`;return t===null?i`${o} until the last record`:i`${o} until ${Pe(t)?i`the end of ${Oe(t-Ee)} UTC`:i`before ${g(t)}`}`}var Pe=e=>e%Ee===0,Oe=e=>new Date(e).toISOString().slice(0,10),Et={local:"local: tamper-evident by signatures; nothing on this medium prevents deletion",locked:"locked: write-once by Object Lock in COMPLIANCE mode",volatile:"volatile: kept in memory only"},Tt={verified:["good","Verified","Every slot and record was read, its signature and digest checked, and its place in the chain."],consistent:["caution","Consistent only","Nothing contradicts itself, but no trust file says whose signatures count: whoever holds any key could have written all of it."],tampered:["bad","Tampered","At least one object is not what its signature or digest says. Read the deviations before anything else."],unavailable:["caution","Not fully read","Part of the ledger could not be read, so nothing can be said about that part."],"nothing-checked":["caution","Nothing checked","The ledger holds nothing to verify. That is not a good result; it is no result."]},At=i`<div class="verdict caution">
  <p class="word">${w("caution","Nothing to show")}</p>
  <div><p>No record falls into what was asked for. That is not a good result; it is no result.</p></div>
</div>`;function It(e){let[t,o,r]=Tt[e.outcome];return i`<div class="verdict ${t}">
    <p class="word">${w(t,o)}</p>
    <div>
      <p>${r}</p>
      <ul>
        ${e.streams.map(({stream:a,slots:s,records:n,states:d})=>i`<li>
              Stream ${a}: ${b(n,"record")} in
              ${b(s,"slot")}${d.length===0?"":`; ${d.join(", ")}`}
            </li>`)}
      </ul>
    </div>
  </div>`}function qt({changes:e,deviations:t,images:o,people:r}){let a=e.filter(n=>n.outcome==="allow").length,s=[[t.length,t.length===1?"deviation":"deviations"],[a,"allowed"],[e.length-a,"denied"],[o.length,o.length===1?"image":"images"],[r,r===1?"approver":"approvers"]];return i`<ul class="figures">
    ${s.map(([n,d])=>i`<li><strong>${n}</strong> ${d}</li>`)}
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
`;var _t=new x(`<style>${_}</style>`),jt=[["deviations","Deviations"],["changes","Changes"],["images","Images"],["approvals","Approvals"],["coverage","Coverage"],["checking","Checking"]];function j(e){let{control:t}=e.scope;return i`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${xe(_)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <link rel="icon" href="data:," />
        <title>${t===null?"Proofrail evidence report":`${t}: Proofrail evidence report`}</title>
        ${_t}
      </head>
      <body>
        <a class="skip" href="#deviations">Skip to deviations</a>
        ${De(e)}
        <div class="columns">
          <nav aria-label="Contents">
            <ul>
              ${jt.map(([o,r])=>i`<li><a href="#${o}">${r}</a></li>`)}
            </ul>
          </nav>
          <main>
            ${Me(e)}${$e(e)}${Ce(e)}${be(e)}${Se(e)}${Re(e)}
          </main>
        </div>
        <footer><p>Made by Proofrail from signed records. It supports an audit; it does not replace one.</p></footer>
      </body>
    </html> `.text}async function Te(e,t,o){let r=[];for(let{stream:a}of t.streams){let s=new Map;for await(let n of W(e,a,{...o,onFinding:()=>{}}))s.has(n.slot)||s.set(n.slot,await Nt(e,n)),r.push({placed:n,record:Lt(n),slotDigest:s.get(n.slot)??null})}return r}async function Nt(e,{stream:t,slot:o}){let r=await e.read(U(t,o));return r.kind==="found"?P(r.bytes):null}function Lt({statement:e,name:t}){try{return Y(e,t)}catch(o){if(!(o instanceof L))throw o;return{kind:"unrecognised",predicateType:e.predicateType,subject:e.subject}}}async function ln(e,t){let o=zt(e),r=te(e),a=await H(e.ledger),s=await G(e.ledger,e.attachments??null),n=await X(a,{...r,attachments:s,...e.stream===void 0?{}:{stream:V(e.stream,"--stream")},onProgress:({checked:c,total:m})=>t.logger.progress(`verifying: ${c} of ${m} objects`)});if(n.outcome==="invalid")throw Vt(e);let d=await Te(a,n,r.trust===void 0?{}:{trust:r.trust,attachments:s}),l=A(d,n,Z().manifest,o),p=j(l);return ee(e.out,p),{outcome:Kt(n.outcome,l),json:{report:e.out,digest:P(p),selection:Ft(o),shown:Ae(l),verification:ie(n)},text:c=>[ne(n,c),"",Ut(l),"",Q(e.out)].join(`
`)}}function zt({control:e,from:t,to:o}){if(e!==void 0&&O(e)===null)throw N("report/unknown-control","a control such as A.8.32 or CC8.1",e,"--control",'"proofrail controls" prints those that have a rule');if(t!==void 0&&o!==void 0&&t>=o)throw N("report/period","a period that begins before it ends",`${D(t)} to ${D(o)}`,"--from and --to","swap the two");return{...e===void 0?{}:{control:e},...t===void 0?{}:{from:t},...o===void 0?{}:{to:o}}}var Kt=(e,{scope:t})=>t.recordsShown===0?B(["invalid",e]):e;function Vt({ledger:e}){return N("report/nothing","a ledger that holds something","nothing",e,"check the URI; a page about nothing would look like a good one")}function N(e,t,o,r,a){return new z(e,{expected:t,found:o,at:r,doThis:a})}var D=e=>new Date(e).toISOString(),Ft=({control:e,from:t,to:o})=>({control:e??null,from:t===void 0?null:D(t),to:o===void 0?null:D(o)}),Ae=({scope:e,deviations:t,changes:o,images:r})=>({records:e.recordsShown,deviations:t.length,changes:o.length,images:r.length});function Ut(e){let{records:t,deviations:o,changes:r,images:a}=Ae(e);return t===0?"no record falls into what was asked for: the page says so, and this is not a good result":`${S(o,"deviation")}, ${S(r,"decision")}, ${S(a,"image")} from ${S(t,"record")}`}export{ln as writeReport};
